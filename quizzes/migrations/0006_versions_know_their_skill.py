from django.db import migrations, models

ROWS_AT_ONCE = 500


def copy_skills_from_content(apps, schema_editor):
    ActivityVersion = apps.get_model("quizzes", "ActivityVersion")
    versions = ActivityVersion.objects.only("content").iterator(ROWS_AT_ONCE)
    batch = []
    for version in versions:
        version.skill_key = version.content.get("skill", "")
        batch.append(version)
        if len(batch) == ROWS_AT_ONCE:
            ActivityVersion.objects.bulk_update(batch, ["skill_key"])
            batch = []
    ActivityVersion.objects.bulk_update(batch, ["skill_key"])


class Migration(migrations.Migration):
    dependencies = [("quizzes", "0005_closed_attempts_say_how")]

    operations = [
        migrations.AddField(
            model_name="activityversion",
            name="skill_key",
            field=models.CharField(db_index=True, default="", max_length=60),
            preserve_default=False,
        ),
        migrations.RunPython(copy_skills_from_content, migrations.RunPython.noop),
    ]
