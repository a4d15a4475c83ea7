from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from literacy.models import Learner
from literacy.models.learners import new_code, today

from .activities import ActivityVersion


class Attempt(models.Model):
    """One learner's go at the activities of one page.

    Practice has one attempt that stays open; a check has one for each draw of
    four, a quiz one for each go. `subject_key` is the translation key of the page;
    `activities` are the keys of its activities in order, empty for practice.

    A closed attempt says how: its last activity was answered, or two learners who
    both had one open became one. Of the finished ones at a page, the first is counted
    in its tallies.
    """

    PRACTICE, CHECK, QUIZ = "practice", "check", "quiz"
    FINISHED, MERGED = "finished", "merged"

    code = models.CharField(max_length=32, unique=True, default=new_code)
    learner = models.ForeignKey(
        Learner, on_delete=models.CASCADE, related_name="attempts"
    )
    subject_key = models.UUIDField(db_index=True)
    kind = models.CharField(
        max_length=10,
        choices=[(PRACTICE, _("Practice")), (CHECK, _("Check")), (QUIZ, _("Quiz"))],
    )
    language = models.CharField(max_length=12)
    activities = models.JSONField(default=list)
    shows_answers = models.BooleanField(default=True)
    points = models.PositiveSmallIntegerField(null=True)
    out_of = models.PositiveSmallIntegerField(null=True)
    started_on = models.DateField(default=today)
    finished_on = models.DateField(null=True)
    closed_as = models.CharField(
        max_length=10,
        blank=True,
        choices=[
            (FINISHED, pgettext_lazy("attempt", "Finished")),
            (MERGED, pgettext_lazy("attempt", "Merged")),
        ],
    )
    is_counted = models.BooleanField(default=False)

    class Meta:
        verbose_name = _("attempt")
        verbose_name_plural = _("attempts")
        constraints = [
            models.UniqueConstraint(
                fields=["learner", "subject_key", "kind"],
                condition=models.Q(finished_on=None),
                name="one_open_attempt",
            ),
            models.UniqueConstraint(
                fields=["learner", "subject_key", "kind"],
                condition=models.Q(is_counted=True),
                name="one_counted_attempt",
            ),
            models.CheckConstraint(
                condition=models.Q(finished_on=None, closed_as="")
                | models.Q(finished_on__isnull=False) & ~models.Q(closed_as=""),
                name="closed_attempts_say_how",
            ),
        ]

    def __str__(self) -> str:
        return self.code


class Answer(models.Model):
    """The response to one activity, and what it was worth.

    The browser names it by a UUID, so that sending it twice is the same answer.
    Feed, chat and search are answered move by move: until the last one
    `is_finished` is False and there is no mark.
    """

    uuid = models.UUIDField()
    learner = models.ForeignKey(
        Learner, on_delete=models.CASCADE, related_name="answers"
    )
    attempt = models.ForeignKey(
        Attempt, on_delete=models.CASCADE, related_name="answers"
    )
    version = models.ForeignKey(
        ActivityVersion, on_delete=models.PROTECT, related_name="+"
    )
    activity_key = models.UUIDField()
    language = models.CharField(max_length=12)
    nth = models.PositiveSmallIntegerField()
    arm = models.CharField(max_length=10, default="none")
    response = models.JSONField(default=dict)
    is_finished = models.BooleanField(default=True)
    outcome = models.CharField(max_length=10, blank=True)
    points = models.PositiveSmallIntegerField(null=True)
    out_of = models.PositiveSmallIntegerField(null=True)
    answered_on = models.DateField(default=today)

    class Meta:
        verbose_name = _("answer")
        verbose_name_plural = _("answers")
        constraints = [
            models.UniqueConstraint(
                fields=["learner", "uuid"], name="one_answer_per_uuid"
            ),
            models.UniqueConstraint(
                fields=["learner", "activity_key", "nth"], name="one_answer_per_turn"
            ),
        ]

    def __str__(self) -> str:
        return str(self.uuid)


class Tally(models.Model):
    """A counter of one version's first answers, raised with each of them."""

    version = models.ForeignKey(
        ActivityVersion, on_delete=models.CASCADE, related_name="tallies"
    )
    name = models.CharField(max_length=80)
    count = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = _("tally")
        verbose_name_plural = _("tallies")
        constraints = [
            models.UniqueConstraint(
                fields=["version", "name"], name="one_tally_per_name"
            )
        ]

    def __str__(self) -> str:
        return f"{self.name}: {self.count}"


class SetTally(models.Model):
    """A counter of first finished attempts at one page's activities as a set.

    Raised when a check or quiz is finished; names: quizzes.scoring.summaries.
    """

    subject_key = models.UUIDField()
    language = models.CharField(max_length=12)
    name = models.CharField(max_length=80)
    count = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = _("tally of a set")
        verbose_name_plural = _("tallies of sets")
        constraints = [
            models.UniqueConstraint(
                fields=["subject_key", "language", "name"],
                name="one_set_tally_per_name",
            )
        ]

    def __str__(self) -> str:
        return f"{self.name}: {self.count}"
