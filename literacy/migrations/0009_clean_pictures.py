import wagtail.images.models
from django.db import migrations, models

import literacy.models.images


class Migration(migrations.Migration):
    """Pictures say whether their file holds the picture alone."""

    dependencies = [("literacy", "0008_originals_apart")]

    operations = [
        migrations.AddField(
            model_name="siteimage",
            name="is_clean",
            field=models.BooleanField(default=False, editable=False),
        ),
        migrations.AlterField(
            model_name="siteimage",
            name="file",
            field=literacy.models.images.PictureField(
                height_field="height",
                upload_to=wagtail.images.models.get_upload_to,
                verbose_name="file",
                width_field="width",
            ),
        ),
    ]
