from django.db import migrations

from literacy.storage import bring_back, set_apart


class Migration(migrations.Migration):
    """Originals of pictures, and documents, leave the folder that is served."""

    dependencies = [("literacy", "0007_scheduled_job")]

    operations = [
        migrations.RunPython(
            lambda apps, schema_editor: set_apart(),
            lambda apps, schema_editor: bring_back(),
        )
    ]
