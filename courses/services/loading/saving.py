"""Writes loaded content, and leaves alone what an editor changed since."""

import hashlib
import json
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from django.core.exceptions import ValidationError
from django.core.files.images import ImageFile
from wagtail.models import Locale, Page, ReferenceIndex

from courses.models import LoadRecord
from literacy.fields import StreamField
from literacy.models import SiteImage

from .files import ContentError, Part
from .raw import RawMaker, first_message
from .refusals import note_as_loaded, refusals_at
from .words import translate

SOURCE, TARGET = "ar", "en"


@dataclass
class Loading:
    """One run: what was written, what was as before, what editors had changed."""

    overwrite: bool = False
    written: list[str] = field(default_factory=list)
    unchanged: list[str] = field(default_factory=list)
    left_alone: list[str] = field(default_factory=list)
    activities: dict[str, int] = field(default_factory=dict)
    outdated: list[SiteImage] = field(default_factory=list)

    def summary(self) -> str:
        """Return one line for whoever ran it, and names what was left alone."""
        line = f"{len(self.written)} written, {len(self.unchanged)} as before"
        if self.left_alone:
            line += (
                f", {len(self.left_alone)} left alone because an editor changed them: "
                + ", ".join(self.left_alone)
            )
        return line

    def locale(self, language: str) -> Locale:
        return Locale.objects.get_or_create(language_code=language)[0]

    def raw_maker(self, folder: Path, *, is_practice: bool = False) -> RawMaker:
        """Return the maker for parts whose pictures lie in the folder."""
        return RawMaker(
            find_image=lambda part: self.find_image(
                folder, part, is_practice=is_practice
            ),
            find_activity=self.find_activity,
        )

    def find_image(self, folder: Path, part: Part, *, is_practice: bool) -> int:
        """Return the image made from the picture beside the file. Raises ContentError.

        The same file is the same image; a changed drawing is a new one. One that an
        activity shows is a practice picture.
        """
        path = folder / str(part.value)
        if not path.is_file():
            text = f"There is no picture “{part.value}” beside the file."
            raise ContentError(part, text)
        content_path = f"{folder.name}/{path.name}"
        digest = hashlib.sha1(path.read_bytes(), usedforsecurity=False).hexdigest()
        image = SiteImage.objects.filter(content_path=content_path).first()
        if image and image.file_hash == digest:
            if is_practice and not image.is_practice:
                SiteImage.objects.filter(pk=image.pk).update(is_practice=True)
            return int(image.pk)
        if image:
            is_practice = is_practice or image.is_practice
            SiteImage.objects.filter(pk=image.pk).update(content_path="")
            self.outdated.append(image)
        with path.open("rb") as opened:
            image = SiteImage.objects.create(
                content_path=content_path,
                title=path.stem,
                is_practice=is_practice,
                file_hash=digest,
                file=ImageFile(opened, name=f"{folder.name}-{path.name}"),
            )
        return int(image.pk)

    def clear_up(self) -> None:
        """Delete outdated drawings, except those that an editor's version shows."""
        for image in self.outdated:
            if not ReferenceIndex.get_references_to(image).exists():
                image.delete()

    def find_activity(self, part: Part) -> int:
        """Return the activity that a lesson names. Raises ContentError."""
        if part.value not in self.activities:
            raise ContentError(part, f"There is no activity “{part.value}”.")
        return self.activities[part.value]

    def save(self, name: str, part: Part, wanted: "Wanted") -> Any:
        """Write one object in both languages, unless file or editor says no.

        Raises ContentError.
        """
        fields = {language: wanted.fields(language) for language in (SOURCE, TARGET)}
        digest = digest_of(fields)
        found = wanted.found
        record = LoadRecord.objects.filter(key=name).first()
        english = found.get_translation_or_none(self.locale(TARGET)) if found else None
        if found and record and not self.overwrite:
            if record.revision != revision_of(found, english):
                self.left_alone.append(name)
                return found
            if record.digest == digest:
                self.unchanged.append(name)
                note_as_loaded(found, english)
                return found
        source = fill(found or wanted.begin(), fields[SOURCE])
        source.locale = self.locale(SOURCE)
        check(source, part)
        with refusals_at(part):
            publish(source, wanted.parent)
            worded = fill(wanted.begin(), fields[TARGET])
            english = translate(source, worded, self.locale(TARGET))
        LoadRecord.objects.update_or_create(
            key=name,
            defaults={"digest": digest, "revision": revision_of(source, english)},
        )
        self.written.append(name)
        return source


@dataclass(frozen=True)
class Wanted:
    """What an object is to be: its model, the one that is there, and its fields.

    `fields(language)` returns plain values by field name, StreamFields raw.
    `parent` is for pages that are not there yet.
    """

    model: type[Any]
    found: Any
    fields: Callable[[str], dict[str, Any]]
    identity: dict[str, Any] = field(default_factory=dict)
    parent: Any = None

    def begin(self) -> Any:
        return self.model(**self.identity)


def fill(instance: Any, fields: dict[str, Any]) -> Any:
    """Set the fields and return the instance."""
    for name, value in fields.items():
        model_field = instance._meta.get_field(name)
        if isinstance(model_field, StreamField):
            value = model_field.to_python(value)
        setattr(instance, name, value)
    return instance


def check(instance: Any, part: Part) -> None:
    """Check the fields as the CMS does. Raises ContentError."""
    try:
        instance.full_clean(exclude=["path", "depth", "translation_key", "locale"])
    except ValidationError as error:
        name, errors = next(iter(error.error_dict.items()))
        where = part.nearest(name)
        raise ContentError(where, f"“{name}”: {first_message(errors)}") from error


def publish(instance: Any, parent: Any) -> None:
    """Save and publish a page or a snippet, as an editor's button does."""
    if isinstance(instance, Page) and instance.pk is None:
        parent.add_child(instance=instance)
    else:
        instance.save()
    if hasattr(instance, "save_revision"):
        note_as_loaded(instance)
        instance.save_revision().publish()
        instance.refresh_from_db()


def revision_of(*instances: Any) -> int:
    """Return a number that changes when an editor saves any of these."""
    ids = [getattr(one, "latest_revision_id", None) or 0 for one in instances if one]
    return sum(ids)


def digest_of(fields: dict[str, dict[str, Any]]) -> str:
    """Return a digest of all that a file sets, with the pictures as they are now."""
    plain = json.dumps(
        fields, sort_keys=True, ensure_ascii=False, default=lambda one: str(one)
    )
    images = SiteImage.objects.filter(pk__in=re.findall(r'"picture": (\d+)', plain))
    hashes = images.order_by("pk").values_list("file_hash", flat=True)
    return hashlib.sha256("".join([plain, *hashes]).encode()).hexdigest()
