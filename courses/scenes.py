"""Pictures of scenes, as learners get them."""

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
