"""One image for all tests of a run, and a site with its plain pages in it."""

import os
import shutil
from collections.abc import Iterator

import pytest

from tests.browser.site import fresh_database
from tests.database import migrations_fingerprint

from .image import Image, build
from .serving import Server, served

POSTGRESQL = os.environ.get("DATABASE_URL", "").startswith("postgres")


@pytest.fixture(scope="session")
def image(tmp_path_factory, worker_id, pytestconfig, django_db_setup) -> Image:
    """Build the image, with a database of this worker's that holds the plain pages."""
    base = tmp_path_factory.mktemp("deploy")
    image = build(base / "image")
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
