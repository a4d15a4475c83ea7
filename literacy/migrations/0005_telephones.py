from django.db import migrations

import literacy.fields


class Migration(migrations.Migration):
    dependencies = [("literacy", "0004_help")]

    operations = [
        migrations.AlterField(
            model_name="helpresource",
            name="phone",
            field=literacy.fields.PhoneField(
                blank=True, max_length=30, verbose_name="telephone"
            ),
        ),
    ]
