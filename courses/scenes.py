"""Pictures of scenes, as learners get them."""

from typing import Any

from courses.models import LessonPage
from literacy.models import SiteImage
from literacy.pictures import (
    DRAWING_FILTER,
    FILTER,
    Picture,
    frozen_picture,
    served_picture,
    thawed_picture,
)
from literacy.stamps import stamped


def scene_pictures(lesson: LessonPage) -> dict[str, Picture | None]:
    """Return the picture of each step that has one, by step id, in two queries."""
    chosen, language = lesson.picture_ids(), lesson.locale.language_code
    drawn = SiteImage.objects.prefetch_renditions(FILTER, DRAWING_FILTER)
    images = drawn.in_bulk(chosen.values())
    return {
        step_id: thawed_picture(frozen_scene(images[pk], language))
        for step_id, pk in chosen.items()
        if pk in images
    }


def frozen_scene(image: SiteImage, language: str) -> dict[str, Any]:
    """Return the picture of a step as learners get it, stamped if it is invented."""
    if image.is_practice:
        return stamped(frozen_picture(image), language)
    return served_picture(image)
