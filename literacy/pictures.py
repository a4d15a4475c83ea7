"""What a page needs to know of a picture."""

from dataclasses import dataclass, replace
from math import ceil
from typing import Any

from django.core.files.storage import default_storage
from django.templatetags.static import static

from .models import SiteImage
from .storage import is_served

# Wide enough for a sharp phone, small enough for paid-by-the-megabyte data.
FILTER = "width-720|format-webp|webpquality-60"
# To look closely, for whoever asks for it.
LARGE_FILTER = "width-1600|format-webp|webpquality-60"
# A drawing as it is, in a file that is served.
DRAWING_FILTER = "original"


@dataclass(frozen=True)
class Picture:
    """`large` is the same to look at closely; 0 kilobytes where nobody weighed it."""

    url: str
    width: int
    height: int
    kilobytes: int = 0
    large: "Picture | None" = None


def frozen_picture(image: SiteImage, *, enlarges: bool = False) -> dict[str, Any]:
    """Return the file name and size of the picture that is stamped for learners.

    Photographs are made smaller here, when something is published, never while
    a page is being made. One that `enlarges` has a larger one beside it.
    """
    if image.is_svg():
        return frozen_file(image)
    frozen = frozen_file(image.get_rendition(FILTER))
    if enlarges and frozen["width"] < image.width:
        frozen["large"] = frozen_file(image.get_rendition(LARGE_FILTER))
    return frozen


def served_picture(image: SiteImage, *, enlarges: bool = False) -> dict[str, Any]:
    """Return the file name and size of the picture where it is shown unstamped."""
    if image.is_svg():
        return frozen_file(image.get_rendition(DRAWING_FILTER))
    return frozen_picture(image, enlarges=enlarges)


def frozen_file(drawn: Any) -> dict[str, Any]:
    return {"file": drawn.file.name, "width": drawn.width, "height": drawn.height}


def thawed_picture(frozen: dict[str, Any] | None) -> Picture | None:
    """Return the picture that was frozen, with the address it has today.

    None where that is an original: its file was missing when it was to be stamped.
    """
    if not frozen:
        return None
    # A static one is a drawing that comes with the site: the sample of a format.
    name = frozen.get("static") or frozen["file"]
    if "static" not in frozen and not is_served(name):
        return None
    url = static(name) if "static" in frozen else default_storage.url(name)
    kilobytes = ceil(frozen.get("bytes", 0) / 1000)
    picture = Picture(url, frozen["width"], frozen["height"], kilobytes)
    # A drawing is sharp at any size.
    is_drawing = name.lower().endswith(".svg")
    large = picture if is_drawing else thawed_picture(frozen.get("large"))
    return replace(picture, large=large)
