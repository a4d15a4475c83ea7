"""What a page needs to know of a picture."""

from dataclasses import dataclass
from typing import Any

from django.core.files.storage import default_storage
from django.templatetags.static import static

from .models import SiteImage

# Wide enough for a sharp phone, small enough for paid-by-the-megabyte data.
FILTER = "width-720|format-webp|webpquality-60"


@dataclass(frozen=True)
class Picture:
    url: str
    width: int
    height: int


def frozen_picture(image: SiteImage) -> dict[str, Any]:
    """Return the file name and size of the picture as learners get it.

    Photographs are made smaller here, when something is published, never while
    a page is being made.
    """
    drawn = image if image.is_svg() else image.get_rendition(FILTER)
    return {"file": drawn.file.name, "width": drawn.width, "height": drawn.height}


def thawed_picture(frozen: dict[str, Any] | None) -> Picture | None:
    """Return the picture that was frozen, with the address it has today."""
    if not frozen:
        return None
    if "static" in frozen:
        # A drawing that comes with the site: the sample of a format.
        url = static(frozen["static"])
    else:
        url = default_storage.url(frozen["file"])
    return Picture(url, frozen["width"], frozen["height"])


def picture_of(image: SiteImage | None) -> Picture | None:
    """Return the picture of a page's block."""
    return thawed_picture(frozen_picture(image)) if image else None
