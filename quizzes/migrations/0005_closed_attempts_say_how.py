from django.db import migrations, models
from django.db.models import Q


class Migration(migrations.Migration):
    dependencies = [
        ("quizzes", "0004_how_attempts_close"),
    ]

    operations = [
        migrations.AddConstraint(
            model_name="attempt",
            constraint=models.UniqueConstraint(
                condition=Q(is_counted=True),
                fields=["learner", "subject_key", "kind"],
                name="one_counted_attempt",
            ),
        ),
        migrations.AddConstraint(
            model_name="attempt",
            constraint=models.CheckConstraint(
                condition=Q(closed_as="", finished_on=None)
                | Q(finished_on__isnull=False) & ~Q(closed_as=""),
                name="closed_attempts_say_how",
            ),
        ),
    ]
