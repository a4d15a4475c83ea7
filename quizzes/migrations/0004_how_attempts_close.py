from django.db import migrations, models
from django.db.models import OuterRef, Subquery


def say_how_they_were_closed(apps, schema_editor):
    """Only a finished attempt has points; one closed by a merge had none."""
    Attempt = apps.get_model("quizzes", "Attempt")
    closed = Attempt.objects.exclude(finished_on=None)
    closed.filter(points=None).update(closed_as="merged")
    finished = closed.exclude(points=None)
    finished.update(closed_as="finished")
    first = finished.filter(
        learner=OuterRef("learner"),
        subject_key=OuterRef("subject_key"),
        kind=OuterRef("kind"),
    ).order_by("finished_on", "pk")
    finished.filter(pk=Subquery(first.values("pk")[:1])).update(is_counted=True)


class Migration(migrations.Migration):
    dependencies = [
        ("quizzes", "0003_evidence"),
    ]

    operations = [
        migrations.AddField(
            model_name="attempt",
            name="closed_as",
            field=models.CharField(
                blank=True,
                choices=[("finished", "Finished"), ("merged", "Merged")],
                default="",
                max_length=10,
            ),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name="attempt",
            name="is_counted",
            field=models.BooleanField(default=False),
        ),
        migrations.RunPython(say_how_they_were_closed, migrations.RunPython.noop),
    ]
