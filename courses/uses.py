"""Which pages show a lesson."""

from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext as _

from literacy.uses import Use

from .models import LessonPage, ModulePage


def uses_of_lesson(thing: Any) -> Iterable[Use]:
    """Return the module of a lesson; registered as uses."""
    if not isinstance(thing, LessonPage) or thing.pk is None:
        return []
    modules = ModulePage.objects.parent_of(thing).live().filter(alias_of=None)
    return [Use(module, _("It is one of its lessons.")) for module in modules]
