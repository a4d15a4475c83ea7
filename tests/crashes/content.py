"""What is played on a site that crashes, and what its database says afterwards.

Runs inside the site: `manage.py shell -c "from tests.crashes.content import …"`.
"""

import json
import sys
from uuid import uuid4

from courses.models import LessonPage, LessonProgress
from courses.services import rebuild_progress
from literacy.models import Learner
from literacy.services import give_phrase
from quizzes.models import ActivityVersion, Answer, Attempt
from quizzes.services import open_practice, record_answer
from tests.make import make_activity, make_bank, make_learner, make_lesson
from tests.play import fields
from tests.recount import recounted, stored

FIELDS = [one.name for one in LessonProgress._meta.fields if one.name != "id"]


def make() -> None:
    """Publish a lesson, and print the forms of what is practised in it."""
    practice = [make_activity(), make_activity()]
    lesson = make_lesson(practice=practice, bank=make_bank(4))
    forms = [fields(lesson, activity) for activity in practice]
    sys.stdout.write(json.dumps({"url": lesson.url, "forms": forms}))


def know() -> None:
    """Make a learner who answered twice, and print the return phrase."""
    lesson = LessonPage.objects.get()
    version = ActivityVersion.objects.get(activity_key=lesson.practice_keys()[1])
    learner = make_learner()
    attempt = open_practice(
        learner=learner, subject_key=lesson.translation_key, language="ar"
    )
    option = version.snapshot["body"]["options"][0]["id"]
    for _turn in range(2):
        record_answer(
            attempt=attempt,
            version=version,
            uuid=uuid4(),
            data={"options": [option]},
            page=lesson,
        )
    sys.stdout.write(" ".join(give_phrase(learner=learner, language="ar")))


def report() -> None:
    """Print what the database says, and whether it agrees with itself."""
    attempts = Attempt.objects.exclude(kind=Attempt.PRACTICE)
    names = Answer.objects.values_list("uuid", flat=True)
    steps = LessonProgress.objects.values_list("steps_done", flat=True)
    found = {
        "learners": Learner.objects.count(),
        "answers": sorted(map(str, names)),
        "count": len(names),
        "checks": attempts.count(),
        "finished": attempts.filter(closed_as=Attempt.FINISHED).count(),
        "steps": sorted(steps),
        "counters_are_right": stored() == recounted(),
        "progress_is_right": progress() == progress_rebuilt(),
    }
    sys.stdout.write(json.dumps(found))


def progress() -> list[dict]:
    return list(LessonProgress.objects.order_by("learner").values(*FIELDS))


def progress_rebuilt() -> list[dict]:
    LessonProgress.objects.all().delete()
    for learner in Learner.objects.order_by("pk"):
        rebuild_progress(learner=learner)
    return progress()
