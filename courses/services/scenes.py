"""Stamps practice pictures in scenes: they travel like those of activities."""

from typing import Any

from courses.models import LessonPage
from literacy.models import SiteImage
from literacy.pictures import Picture, frozen_picture, thawed_picture
from literacy.stamps import stamped


def scene_picture(image: SiteImage | None, lesson: LessonPage) -> Picture | None:
    """Return the picture of a step as its page shows it."""
    if image is None:
        return None
    return thawed_picture(frozen_scene(image, lesson.locale.language_code))


def frozen_scene(image: SiteImage, language: str) -> dict[str, Any]:
    """Return the picture of a step as learners get it, stamped if it is invented."""
    frozen = frozen_picture(image)
    return stamped(frozen, language) if image.is_practice else frozen


def stamp_scenes(*, lesson: LessonPage) -> set[str]:
    """Draw the stamps of a lesson's practice pictures; return the files' names."""
    images = SiteImage.objects.filter(
        pk__in=lesson.picture_ids().values(), is_practice=True
    )
    language = lesson.locale.language_code
    return {frozen_scene(image, language)["file"] for image in images}


def stamp_all_scenes() -> set[str]:
    """Draw the stamps of all published lessons; registered as stamps in use."""
    lessons = LessonPage.objects.live().select_related("locale")
    return {name for lesson in lessons for name in stamp_scenes(lesson=lesson)}
