"""Stamps practice pictures in scenes: they travel like those of activities."""

from courses.models import LessonPage
from courses.scenes import frozen_scene
from literacy.models import SiteImage


def stamp_scenes(*, lesson: LessonPage) -> set[str]:
    """Draw a lesson's pictures, stamped where invented; return the files' names."""
    images = SiteImage.objects.filter(pk__in=lesson.picture_ids().values())
    language = lesson.locale.language_code
    return {frozen_scene(image, language)["file"] for image in images}


def stamp_all_scenes() -> set[str]:
    """Draw the stamps of all published lessons; registered as stamps in use."""
    lessons = LessonPage.objects.live().select_related("locale")
    return {name for lesson in lessons for name in stamp_scenes(lesson=lesson)}
