"""A filled database goes through the migrations of the bank without loss."""

from typing import Any
from uuid import UUID, uuid4

from django.apps.registry import Apps
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.utils import timezone

from quizzes.models import Activity, ActivityVersion, Attempt
from tests.make import make_activity, make_learner


def migrate(name: str) -> Apps:
    """Bring the bank's tables to a migration, and return the models of then."""
    executor = MigrationExecutor(connection)
    executor.migrate([("quizzes", name)])
    return executor.loader.project_state([("quizzes", name)]).apps


def make_older(apps: Apps, learner: int, subject: UUID, **fields: Any) -> int:
    """Return the key of an attempt as it was before it said how it was closed."""
    made = apps.get_model("quizzes", "Attempt").objects.create(
        code=str(uuid4())[:32],
        learner_id=learner,
        subject_key=subject,
        kind="check",
        language="ar",
        started_on=timezone.localdate(),
        **fields,
    )
    return made.pk


def test_closed_attempts_say_how_they_were_closed(committed_db):
    learner, subject = make_learner().pk, uuid4()
    older = migrate("0003_evidence")
    done = {"finished_on": timezone.localdate(), "out_of": 4}
    merged = make_older(older, learner, subject, finished_on=done["finished_on"])
    first = make_older(older, learner, subject, points=0, **done)
    second = make_older(older, learner, subject, points=4, **done)
    begun = make_older(older, learner, subject)
    migrate("0005_closed_attempts_say_how")
    found = Attempt.objects.order_by("pk")
    assert list(found.values_list("pk", "closed_as", "is_counted", "points")) == [
        (merged, "merged", False, None),
        (first, "finished", True, 0),
        (second, "finished", False, 4),
        (begun, "", False, None),
    ]


def test_going_back_keeps_every_attempt(committed_db):
    learner = make_learner()
    fields = {"learner": learner, "kind": Attempt.CHECK, "language": "ar"}
    day = timezone.localdate()
    done = {"finished_on": day, "closed_as": Attempt.FINISHED, "points": 3, "out_of": 4}
    Attempt.objects.create(subject_key=uuid4(), is_counted=True, **done, **fields)
    Attempt.objects.create(subject_key=uuid4(), **fields)
    before = list(Attempt.objects.order_by("pk").values())
    migrate("0003_evidence")
    migrate("0005_closed_attempts_say_how")
    assert list(Attempt.objects.order_by("pk").values()) == before


def test_versions_say_which_skill_they_train(committed_db):
    older = migrate("0005_closed_attempts_say_how").get_model(
        "quizzes", "ActivityVersion"
    )
    made = [
        older.objects.create(
            activity_key=uuid4(),
            language="ar",
            number=1,
            digest=str(number),
            content={"format": "choice", "skill": f"skill-{number % 3}"},
        ).pk
        for number in range(1_001)
    ]
    migrate("0006_versions_know_their_skill")
    found = ActivityVersion.objects.filter(pk__in=made)
    for number in range(3):
        assert found.filter(skill_key=f"skill-{number}").count() in (333, 334)
    version = found.get(pk=made[-1])
    assert version.skill_key == version.content["skill"]


def test_what_was_shown_with_care_is_noted_also_where_it_was_taken_down(committed_db):
    shown = make_activity(sensitivity=2)
    lowered = make_activity(sensitivity=3)
    lowered.refresh_from_db()
    lowered.unpublish()
    lowered.sensitivity = 0
    lowered.save_revision(clean=False)
    lowered.save()
    begun = make_activity()
    Activity.objects.filter(pk=begun.pk).update(first_published_at=None, sensitivity=2)
    migrate("0008_drafts")
    migrate("0009_shown_care")
    levels = dict(Activity.objects.values_list("pk", "shown_sensitivity"))
    assert levels == {shown.pk: 2, lowered.pk: 3, begun.pk: 0}
