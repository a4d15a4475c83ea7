"""One image for all tests of a run, and a site with its plain pages in it."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.browser.site import fresh_database
from tests.database import locked, migrations_fingerprint

from .image import Image, build
from .serving import Server, served

POSTGRESQL = os.environ.get("DATABASE_URL", "").startswith("postgres")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if "image" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.servers)


@pytest.fixture(scope="session")
def built(tmp_path_factory, worker_id) -> Path:
    """Build the image once for all workers."""
    base = tmp_path_factory.getbasetemp()
    folder = (base if worker_id == "master" else base.parent) / "image"
    with locked(folder.with_suffix(".lock")):
        if not (folder / "given").exists():
            build(folder)
    return folder


@pytest.fixture(scope="session")
def image(built, tmp_path_factory, worker_id, pytestconfig, django_db_setup) -> Image:
    """Copy the image for this worker, with a database that holds the plain pages."""
    root = tmp_path_factory.mktemp("deploy") / "image"
    shutil.copytree(built, root)
    image = Image(root)
    name = f"migrated-{migrations_fingerprint()}"
    if POSTGRESQL:
        url = fresh_database(os.environ["DATABASE_URL"], f"deploy_{worker_id}", name)
        image.environment["DATABASE_URL"] = url
    else:
        kept = pytestconfig.cache.mkdir("databases") / f"{name}.sqlite3"
        shutil.copy(kept, image.root / "data" / "site.sqlite3")
    image.run("python", "manage.py", "createcachetable")
    image.run("python", "manage.py", "load_site", "courses/content/site")
    return image


@pytest.fixture(scope="session")
def server(image) -> Iterator[Server]:
    """Serve the site for all tests that leave it standing."""
    with served(image) as running:
        yield running
