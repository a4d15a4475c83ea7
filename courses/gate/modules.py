"""What is wrong with a module, as it would be published."""

from collections.abc import Iterator
from itertools import chain

from django.utils.translation import gettext as _

from courses.models import LessonPage, ModulePage
from literacy.content_rules import field_faults, outside_names
from literacy.findings import Finding, warning
from quizzes.models import Activity


def module_findings(module: ModulePage) -> list[Finding]:
    """Return what is wrong with a module and with its lessons as a whole."""
    return [*field_faults(module), *outside_names(module), *lone_chats(module)]


def lone_chats(module: ModulePage) -> Iterator[Finding]:
    """Return whether all chats of a module are traps."""
    if not module.path:
        return
    lessons = LessonPage.objects.child_of(module).live()
    pks = {
        pk
        for lesson in lessons
        for pk in chain(*lesson.step_activities("predict", "practice").values())
    }
    chats = Activity.objects.filter(pk__in=pks, format="chat")
    veracities = set(chats.values_list("veracity", flat=True))
    if veracities and "accurate" not in veracities:
        yield warning(
            "no_benign_chat",
            _("All chats in this module are misleading."),
            _("Add one in which all is well, so that nobody learns to fear chats."),
        )
