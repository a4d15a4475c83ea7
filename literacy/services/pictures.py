"""Cleans the pictures that were uploaded before pictures were cleaned."""

from collections.abc import Iterator
from typing import Any

from django.core.files.base import File
from django.core.files.images import get_image_dimensions
from django.db import transaction
from PIL import UnidentifiedImageError
from wagtail.users.models import UserProfile

from literacy.cleaning import CleanFile, cleaned, metadata_of
from literacy.models.images import SiteImage, is_drawing
from literacy.storage import set_apart

from .debts import Debt


def owed_pictures() -> Debt:
    """Return pictures that may still say more than they show, as something owed."""
    return Debt(name="Pictures to clean", find=find_owed, pay=clean)


def find_owed(everything: bool) -> Iterator[SiteImage | UserProfile]:
    """Yield images and portraits to be cleaned; portraits when everything is asked.

    Then also move away what an old backup may have brought among the served files.
    """
    yield from SiteImage.objects.filter(is_clean=False).order_by("pk")
    if everything:
        set_apart()
        for profile in UserProfile.objects.exclude(avatar="").order_by("pk"):
            if says_more(profile.avatar):
                yield profile


def clean(owner: SiteImage | UserProfile) -> None:
    """Put the picture alone in its file's place. Raises PictureError."""
    if isinstance(owner, SiteImage):
        clean_image(owner)
    else:
        clean_portrait(owner)


def clean_image(image: SiteImage) -> None:
    """Clean an image and its sizes; nothing is owed by one without its file.

    Its hash stays: it stands for what somebody signed, and that is the same picture.
    """
    storage = image.file.storage
    if not is_drawing(image.file.name) and storage.exists(image.file.name):
        rewrite(image, picture_in(image.file))
    SiteImage.objects.filter(pk=image.pk).update(is_clean=True)
    for rendition in image.renditions.all():
        if says_more(rendition.file):
            rendition.delete()


def clean_portrait(profile: UserProfile) -> None:
    storage, old = profile.avatar.storage, profile.avatar.name
    picture = picture_in(profile.avatar)
    profile.avatar.save(picture.name, picture)
    storage.delete(old)


def picture_in(stored: Any) -> CleanFile:
    with stored.storage.open(stored.name) as original:
        return cleaned(File(original, name=stored.name.rpartition("/")[2]))


def rewrite(image: SiteImage, picture: CleanFile) -> None:
    """Save the picture beside its old file, then let that go."""
    storage, old = image.file.storage, image.file.name
    new = storage.save(image.get_upload_to(picture.name), picture)
    width, height = get_image_dimensions(picture)
    longest = max(width or 0, height or 0)
    scale = longest / max(image.width, image.height)
    names = [f"focal_point_{part}" for part in ("x", "y", "width", "height")]
    focus = {name: getattr(image, name) for name in names}
    changes = {
        "file": new,
        "width": width,
        "height": height,
        "file_size": picture.size,
        **{name: value and round(value * scale) for name, value in focus.items()},
    }
    with transaction.atomic():
        is_old = SiteImage.objects.filter(pk=image.pk, file=old).update(**changes)
        # Somebody may have put another file there meanwhile.
        gone = old if is_old else new
        transaction.on_commit(lambda: storage.delete(gone))


def says_more(file: Any) -> bool:
    """Tell whether a stored picture still says more than the picture."""
    if is_drawing(file.name):
        return False
    try:
        with file.storage.open(file.name) as opened:
            return bool(metadata_of(opened))
    except (FileNotFoundError, UnidentifiedImageError):
        return False
