from django.db import models
from django.utils.translation import gettext_lazy as _

from literacy.models import Learner
from literacy.models.learners import today


class LessonProgress(models.Model):
    """How far one learner is in one lesson, in whatever language it was read.

    `step_id` is the block id of the last step in which something was answered.
    """

    learner = models.ForeignKey(
        Learner, on_delete=models.CASCADE, related_name="lesson_progress"
    )
    lesson_key = models.UUIDField()
    step_id = models.CharField(max_length=40, blank=True)
    steps_done = models.PositiveSmallIntegerField(default=0)
    best_points = models.PositiveSmallIntegerField(default=0)
    best_out_of = models.PositiveSmallIntegerField(default=0)
    started_on = models.DateField(default=today)
    finished_on = models.DateField(null=True)

    class Meta:
        verbose_name = _("lesson progress")
        verbose_name_plural = _("lesson progress")
        constraints = [
            models.UniqueConstraint(
                fields=["learner", "lesson_key"], name="one_progress_per_lesson"
            )
        ]

    def __str__(self) -> str:
        return f"{self.learner} {self.lesson_key}"

    @property
    def is_done(self) -> bool:
        return self.finished_on is not None
