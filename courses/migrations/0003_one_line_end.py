from django.db import migrations

from literacy.migrations._line_ends import mend_models


def mend(apps, schema_editor):
    mend_models(apps, "courses", ["ModuleIndexPage", "ModulePage", "LessonPage"])


class Migration(migrations.Migration):
    dependencies = [("courses", "0002_care")]

    operations = [migrations.RunPython(mend, migrations.RunPython.noop)]
