from django.db import migrations

from literacy.migrations._line_ends import mend_models


def mend(apps, schema_editor):
    mend_models(apps, "quizzes", ["Activity", "Skill", "QuizPage"])


class Migration(migrations.Migration):
    dependencies = [("quizzes", "0006_versions_know_their_skill")]

    operations = [migrations.RunPython(mend, migrations.RunPython.noop)]
