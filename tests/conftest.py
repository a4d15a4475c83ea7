"""What every test stands on: compiled words, and nothing left from another test."""

import pytest
from django.conf import settings
from django.core.cache import caches

from literacy.management.catalogue import compile_all


def pytest_configure(config: pytest.Config) -> None:
    """Compile the words once, before any worker starts."""
    if not hasattr(config, "workerinput"):
        for locale_dir in settings.LOCALE_PATHS:
            compile_all(locale_dir)


@pytest.fixture(autouse=True)
def _empty_caches():
    """Empty the caches that a transaction does not roll back."""
    yield
    for name in ("pages", "renditions"):
        caches[name].clear()
