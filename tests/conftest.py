"""What every test stands on: compiled words, and nothing left from another test."""

from collections.abc import Iterator

import hypothesis
import pytest
from django.conf import settings
from django.core.cache import caches
from django.db import connection
from django_tasks import task_backends
from pytest_django import DjangoDbBlocker
from pytest_django.plugin import blocking_manager_key

from literacy.management.catalogue import compile_all
from literacy.page_store import purge_pages

from .database import create_database, destroy_database, renew_database

# Tests of Redis itself.
collect_ignore = [] if settings.REDIS_URL else ["literacy/test_page_store_redis.py"]
# Those below are the browser tests'; `.ci/with_services` has a thousand.
FIRST_REDIS_DATABASE = 900


# No test is judged by a clock: machines are busy at times.
hypothesis.settings.register_profile(
    "unhurried",
    deadline=None,
    suppress_health_check=[hypothesis.HealthCheck.too_slow],
)
hypothesis.settings.load_profile("unhurried")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add how much is sent to the CMS, and which (tests.cms_fuzz)."""
    parser.addoption("--cms-posts", type=int, default=120, help="posts to send")
    parser.addoption("--cms-seed", type=int, default=1, help="draws other posts")


def pytest_configure(config: pytest.Config) -> None:
    """Compile the words once; keep the workers' caches apart."""
    worker = getattr(config, "workerinput", {}).get("workerid")
    if worker is None:
        for locale_dir in settings.LOCALE_PATHS:
            compile_all(locale_dir)
    if settings.REDIS_URL:
        # Nobody works on the queue while a test runs.
        settings.TASKS["default"] = {
            "BACKEND": "django_tasks.backends.immediate.ImmediateBackend"
        }
        del task_backends["default"]
    if worker and settings.REDIS_URL:
        # Clearing a Redis cache empties its whole database.
        number = FIRST_REDIS_DATABASE + int(worker.removeprefix("gw"))
        for name in ("pages", "renditions"):
            server = settings.CACHES[name]["LOCATION"].rpartition("/")[0]
            settings.CACHES[name]["LOCATION"] = f"{server}/{number}"


@pytest.fixture(scope="session")
def django_db_setup(
    pytestconfig: pytest.Config,
    django_test_environment: None,
    django_db_blocker: DjangoDbBlocker,
    django_db_modify_db_settings: None,
) -> Iterator[None]:
    """Copy the migrated database for this worker, and drop it at the end."""
    name = connection.settings_dict["NAME"]
    with django_db_blocker.unblock():
        create_database(pytestconfig.cache.mkdir("databases"))
    yield
    with django_db_blocker.unblock():
        destroy_database(name)


@pytest.fixture
def committed_db(
    pytestconfig: pytest.Config,
    django_db_setup: None,
    django_db_blocker: DjangoDbBlocker,
) -> Iterator[None]:
    """Let one test commit, migrate and use threads: a new copy follows it."""
    with django_db_blocker.unblock():
        yield
        renew_database(pytestconfig.cache.mkdir("databases"))


@pytest.hookimpl(wrapper=True)
def pytest_runtest_teardown(item: pytest.Item) -> Iterator[None]:
    """Renew the database after a test that emptied it of what migrations fill."""
    yield
    marker = item.get_closest_marker("django_db")
    if marker and marker.kwargs.get("transaction"):
        with item.config.stash[blocking_manager_key].unblock():
            renew_database(item.config.cache.mkdir("databases"))


@pytest.fixture(autouse=True)
def _empty_caches():
    """Empty the caches that a transaction does not roll back."""
    yield
    purge_pages()
    caches["renditions"].clear()
