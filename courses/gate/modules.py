"""What is wrong with a module, as it would be published."""

from collections import defaultdict
from collections.abc import Iterator
from itertools import chain

from django.utils.translation import gettext as _

from courses.models import LessonPage, ModulePage
from literacy.content_rules import field_faults, outside_names
from literacy.findings import Finding, warning
from literacy.gate import site_notes
from quizzes.claims import repeated_claims, titles_of
from quizzes.gate import find_activities


def module_findings(module: ModulePage) -> list[Finding]:
    """Return what is wrong with a module and with its lessons as a whole."""
    return [
        *field_faults(module),
        *outside_names(module),
        *lone_chats(module),
        *claims_in_titles(module),
    ]


def lone_chats(module: ModulePage) -> Iterator[Finding]:
    """Yield a finding where all chats of a module are traps."""
    pks = {
        pk
        for lesson in lessons_of(module)
        for pk in chain(*lesson.step_activities("predict", "practice").values())
    }
    activities = find_activities(pks).values()
    veracities = {one.veracity for one in activities if one.format == "chat"}
    if veracities and "accurate" not in veracities:
        yield warning(
            "no_benign_chat",
            _("All chats in this module are misleading."),
            _("Add one in which all is well, so that nobody learns to fear chats."),
        )


def claims_in_titles(module: ModulePage) -> Iterator[Finding]:
    """Return the titles that repeat a claim of the module's lessons."""
    pks = {
        pk
        for lesson in lessons_of(module)
        for pk in chain(*lesson.step_activities().values())
    }
    titles = titles_of(module, "promise", "share_text")
    return repeated_claims(titles, find_activities(pks).values())


def lessons_of(module: ModulePage) -> list[LessonPage]:
    """Return the published lessons; those of all modules are read at once."""
    notes = site_notes()
    if not module.path:
        return []
    if notes is None:
        return list(LessonPage.objects.child_of(module).live())
    if "lessons" not in notes:
        notes["lessons"] = defaultdict(list)
        for lesson in LessonPage.objects.live():
            notes["lessons"][lesson.path[: -lesson.steplen]].append(lesson)
    found: list[LessonPage] = notes["lessons"][module.path]
    return found
