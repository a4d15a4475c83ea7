"""What is wrong with lessons and modules, as they would be published.

Inside: `steps` read a lesson; `checks` and `headings` look at parts of it for
`lessons`; `modules` stand alone.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from courses.models import LessonPage, ModuleIndexPage, ModulePage
from literacy.content_rules import field_faults
from literacy.findings import Finding

from .lessons import lesson_findings
from .modules import module_findings


def check_content(instance: Any) -> Iterable[Finding]:
    """Return the findings of this app; registered as a check."""
    if isinstance(instance, LessonPage):
        return lesson_findings(instance)
    if isinstance(instance, ModulePage):
        return module_findings(instance)
    if isinstance(instance, ModuleIndexPage):
        return field_faults(instance)
    return ()


def published_content() -> Iterator[Any]:
    """Return what of this app is published; registered as subjects."""
    for model in (ModuleIndexPage, ModulePage, LessonPage):
        pages = model.objects.live().filter(alias_of=None)
        yield from pages.select_related("locale").order_by("path")
