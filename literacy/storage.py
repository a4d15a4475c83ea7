"""Where files lie: what is served apart from what only the CMS reads."""

from datetime import datetime
from pathlib import PurePath
from typing import Any, cast

from django.core.files.base import File
from django.core.files.storage import Storage, storages
from django.utils.deconstruct import deconstructible
from whitenoise.storage import CompressedManifestStaticFilesStorage

# The folders that the public may read: sizes of pictures, stamped pictures, and
# portraits of editors. Originals, documents and all else are private.
SERVED = ("images", "practice", "avatar_images")
# In bytes: file systems take 255, and a second file of the name gets eight more.
LONGEST_NAME, LONGEST_ENDING = 240, 20


def is_served(name: str) -> bool:
    return name.partition("/")[0] in SERVED


@deconstructible
class MediaStorage(Storage):
    """Puts each file into the storage `served` or `private`, by its folder."""

    def home_of(self, name: str) -> Storage:
        return storages["served" if is_served(name) else "private"]

    def get_valid_name(self, name: str) -> str:
        """Shorten a long name: Django counts letters, and ص is two bytes."""
        valid = super().get_valid_name(name)
        ending = PurePath(valid).suffix
        if len(ending.encode()) > LONGEST_ENDING:
            ending = ""
        room = LONGEST_NAME - len(ending.encode())
        root = valid.removesuffix(ending).encode()[:room]
        return root.decode(errors="ignore") + ending

    def _open(self, name: str, mode: str = "rb") -> File[Any]:
        return self.home_of(name).open(name, mode)

    def _save(self, name: str, content: File[Any]) -> str:
        # Its own `save` would look for a free name a second time.
        return cast(str, self.home_of(name)._save(name, content))  # type: ignore[attr-defined]

    def path(self, name: str) -> str:
        return self.home_of(name).path(name)

    def delete(self, name: str) -> None:
        self.home_of(name).delete(name)

    def exists(self, name: str) -> bool:
        return self.home_of(name).exists(name)

    def listdir(self, path: str) -> tuple[list[str], list[str]]:
        return self.home_of(path).listdir(path)

    def size(self, name: str) -> int:
        return self.home_of(name).size(name)

    def url(self, name: str | None) -> str:
        """Return the public address; an empty one of what is private."""
        return self.home_of(name).url(name) if name and is_served(name) else ""

    def get_accessed_time(self, name: str) -> datetime:
        return self.home_of(name).get_accessed_time(name)

    def get_created_time(self, name: str) -> datetime:
        return self.home_of(name).get_created_time(name)

    def get_modified_time(self, name: str) -> datetime:
        return self.home_of(name).get_modified_time(name)


def set_apart() -> int:
    """Move what is private out of the served storage; return the number of files.

    Safe to run again: a move that was broken off is finished.
    """
    return move_private(storages["served"], storages["private"])


def bring_back() -> int:
    """Undo `set_apart`."""
    return move_private(storages["private"], storages["served"])


def move_private(source: Storage, target: Storage) -> int:
    names = [
        name
        for folder in folders_in(source)
        if not is_served(folder)
        for name in files_in(source, folder)
    ]
    for name in names:
        if target.exists(name):
            target.delete(name)
        with source.open(name) as content:
            target.save(name, content)
        source.delete(name)
    return len(names)


def folders_in(storage: Storage) -> list[str]:
    try:
        return storage.listdir("")[0]
    except FileNotFoundError:
        return []


def files_in(storage: Storage, folder: str) -> list[str]:
    """Return the names of all files below a folder."""
    folders, files = storage.listdir(folder)
    below = [
        name for inner in folders for name in files_in(storage, f"{folder}/{inner}")
    ]
    return [f"{folder}/{name}" for name in files] + below


class StaticStorage(CompressedManifestStaticFilesStorage):
    """Hashed names, also for what one script module imports from another."""

    support_js_module_import_aggregation = True
