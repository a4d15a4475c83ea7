"""Redis empty, away and back: collected only where `REDIS_URL` names one."""

import logging

import pytest
from django.core.cache import caches

from literacy.page_store import Version
from literacy.page_store.redis import RedisStore
from tests.literacy.test_page_store import ADDRESS, kept, page_in


def test_an_emptied_redis_brings_no_old_copy_back():
    store = RedisStore("now")
    page = kept(store)
    caches["pages"].delete("purged")
    version, found = store.read(ADDRESS)
    assert found == page
    assert not page.is_fresh(version)
    assert not page.may_stand_in(version)


@pytest.fixture
def away(settings, monkeypatch):
    """Let Redis be away until the function is called."""
    there = settings.CACHES.get("pages", {}).get("LOCATION", "")
    nowhere = {
        "BACKEND": "literacy.caches.ForgivingRedisCache",
        "LOCATION": "redis://127.0.0.1:9/0",
        "OPTIONS": {"socket_timeout": 0.5, "socket_connect_timeout": 0.3},
    }

    def use(location):
        settings.CACHES = {
            **settings.CACHES,
            "pages": {**nowhere, "LOCATION": location},
        }
        monkeypatch.setattr("literacy.caches.ForgivingRedisCache.away_until", 0.0)

    use(nowhere["LOCATION"])
    return lambda: use(there)


def test_without_redis_nothing_is_kept_and_nothing_raises(away, caplog):
    store = RedisStore("now")
    assert store.read(ADDRESS) == (None, None)
    store.write(ADDRESS, page_in(Version(1, 1)))
    store.renew()
    store.purge()
    store.purge()
    assert store.version() is None
    assert [record.levelno for record in caplog.records] == [logging.ERROR] * 2


def test_what_was_taken_away_without_redis_is_gone_when_it_is_back(away):
    store, other = RedisStore("now"), RedisStore("now")
    store.purge()
    away()
    page = kept(other)
    version, found = store.read(ADDRESS)
    assert not page.is_fresh(version)
    assert not page.may_stand_in(version)
