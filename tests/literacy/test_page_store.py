"""The store of pages: what is fresh, what may stand in, and what it survives."""

import logging
import os
import resource
import time
from contextlib import contextmanager
from dataclasses import replace
from types import SimpleNamespace

import pytest
from django.conf import settings
from django.http import HttpResponse

from literacy.page_store import StoredPage, remember, stored
from literacy.page_store.files import FileStore
from literacy.page_store.fingerprints import site_fingerprint
from literacy.page_store.redis import RedisStore

ADDRESS = "https:/ar/"
DAY = 86_400
WORDS = "وقفة ثم قرار ".encode() * 200
STORES = ["files", "redis"] if settings.REDIS_URL else ["files"]


def file_store(tmp_path, name="now"):
    return FileStore(tmp_path / "pages", name)


@pytest.fixture(params=STORES)
def store(request, tmp_path):
    return file_store(tmp_path) if request.param == "files" else RedisStore("now")


def page_in(version, content=WORDS, seconds=DAY):
    response = HttpResponse(content, headers={"Content-Language": "ar"})
    return StoredPage.from_response(response, version, seconds)


def kept(store, **changes):
    page = replace(page_in(store.version()), **changes)
    store.write(ADDRESS, page)
    return page


def test_a_page_comes_back_as_it_was(store):
    version, page = store.read(ADDRESS)
    assert page is None
    page = kept(store)
    assert store.read(ADDRESS) == (version, page)
    assert page.is_fresh(version)
    replies = {name: page.to_reply(name) for name in ("br", "gzip", "identity")}
    assert replies["identity"].content == WORDS
    assert {reply.headers["Content-Language"] for reply in replies.values()} == {"ar"}
    assert len({reply.headers["ETag"] for reply in replies.values()}) == 3
    for reply in replies.values():
        assert reply.headers["Content-Length"] == str(len(reply.content))


def test_what_is_renewed_may_stand_in_for_a_while(store):
    page = kept(store)
    store.renew()
    version, found = store.read(ADDRESS)
    assert found == page
    assert not page.is_fresh(version)
    assert page.may_stand_in(version)
    long_ago = version._replace(renewed=version.renewed - stored.STAND_IN_NS)
    assert not page.may_stand_in(long_ago)


def test_what_is_purged_is_never_shown(store):
    page = kept(store)
    store.renew()
    store.purge()
    store.renew()
    version, found = store.read(ADDRESS)
    assert found in (None, page)
    assert not page.is_fresh(version)
    assert not page.may_stand_in(version)


def test_a_rendering_that_was_overtaken_is_not_fresh(store):
    begun = store.version()
    store.renew()
    store.write(ADDRESS, page_in(begun))
    version, page = store.read(ADDRESS)
    assert page
    assert not page.is_fresh(version)


def test_a_page_that_ran_out_is_not_shown(store):
    page = kept(store, expires=time.time() - 1)
    store.renew()
    version = store.version()
    assert not replace(page, version=version).is_fresh(version)
    assert not page.may_stand_in(version)


def test_many_changes_within_a_tick_of_the_clock_are_all_told(store):
    seen = {store.version()}
    for _time in range(50):
        store.renew()
        store.purge()
        seen.add(store.version())
    assert len(seen) == 51


def test_one_worker_has_the_turn(store, tmp_path):
    other = file_store(tmp_path) if isinstance(store, FileStore) else RedisStore("now")
    assert store.version() == other.version()
    end_turn = store.take_turn(ADDRESS)
    assert end_turn
    assert other.take_turn(ADDRESS) is None
    assert store.take_turn(ADDRESS) is None
    assert callable(other.take_turn("https:/en/"))
    end_turn()
    other.wait_for_turn(ADDRESS)
    assert callable(other.take_turn(ADDRESS))


def test_nobody_waits_for_ever(store, monkeypatch):
    monkeypatch.setattr("literacy.page_store.stores.SECONDS_TO_WAIT", 0.05)
    end_turn = store.take_turn(ADDRESS)
    store.wait_for_turn(ADDRESS)
    end_turn()


def test_two_processes_share_files(tmp_path):
    here, there = file_store(tmp_path), file_store(tmp_path)
    page = kept(here)
    assert there.read(ADDRESS)[1] == page
    there.purge()
    assert here.version() == there.version()
    assert here.read(ADDRESS)[1] is None


def test_a_new_state_of_the_software_starts_empty_and_clears_up(tmp_path):
    old, new = file_store(tmp_path, "old"), file_store(tmp_path, "new")
    kept(old)
    assert new.read(ADDRESS)[1] is None
    assert sorted(path.name for path in (tmp_path / "pages").iterdir()) == [
        "new",
        "purged",
        "renewed",
    ]


def test_the_fingerprint_is_the_same_twice_and_follows_the_address(settings):
    before = site_fingerprint()
    assert site_fingerprint() == before
    settings.SITE_URL = "https://elsewhere.example"
    assert site_fingerprint() != before


@pytest.mark.parametrize("data", [b"", b"{}", b"[]\n", b"{\xff", b"x" * 10, b"null\n"])
def test_a_damaged_copy_is_no_copy(tmp_path, data):
    store = file_store(tmp_path)
    kept(store)
    (copy,) = store.copies.iterdir()
    copy.write_bytes(data)
    assert store.read(ADDRESS)[1] is None


# What it stands on goes away


def is_off(store, caplog):
    """Use the store as requests do; return whether it said once that it is off."""
    caplog.clear()
    for _visit in range(3):
        assert store.read(ADDRESS) == (None, None)
        assert store.version() is None
    store.renew()
    store.purge()
    said = [one for one in caplog.records if "not stored" in one.message]
    return len(said) == 1


def test_a_folder_that_cannot_be_made_turns_the_store_off(tmp_path, caplog):
    (tmp_path / "pages").write_text("a file stands in the way")
    assert is_off(file_store(tmp_path), caplog)


def test_it_works_again_when_the_folder_can_be_made(tmp_path, caplog):
    store = file_store(tmp_path)
    (tmp_path / "pages").write_text("a file stands in the way")
    assert store.version() is None
    (tmp_path / "pages").unlink()
    page = kept(store)
    assert store.read(ADDRESS)[1] == page


@contextmanager
def as_somebody_else(tmp_path):
    """Act as a user who may read the folder and not write there."""
    for path in (tmp_path, *tmp_path.parents[:2], *tmp_path.rglob("*")):
        path.chmod(0o555 if path.is_dir() else 0o444)
    is_root = os.geteuid() == 0
    try:
        if is_root:
            os.seteuid(65_534)
        yield
    finally:
        if is_root:
            os.seteuid(0)
        for path in (*tmp_path.parents[:2], tmp_path, *tmp_path.rglob("*")):
            path.chmod(0o755 if path.is_dir() else 0o644)


def test_a_folder_of_another_user_turns_the_store_off(tmp_path, caplog):
    """Copies that could not be declared old would be shown for a day."""
    kept(file_store(tmp_path))
    with as_somebody_else(tmp_path):
        assert is_off(file_store(tmp_path), caplog)


def test_a_full_disk_is_told_once_and_forgotten(tmp_path, caplog):
    store = file_store(tmp_path)
    version = store.version()
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100, hard))
    try:
        for _visit in range(3):
            store.write(ADDRESS, page_in(version))
            assert store.read(ADDRESS) == (version, None)
        store.purge()
        assert store.version() != version
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert [record.levelno for record in caplog.records] == [logging.ERROR]
    assert list(store.copies.iterdir()) == []
    page = kept(store)
    assert store.read(ADDRESS)[1] == page


def test_a_folder_that_vanishes_is_made_again(tmp_path):
    store = file_store(tmp_path)
    kept(store)
    for path in sorted((tmp_path / "pages").rglob("*"), reverse=True):
        path.rmdir() if path.is_dir() else path.unlink()
    store.read(ADDRESS)
    page = kept(store)
    assert store.read(ADDRESS)[1] == page


def test_without_a_store_what_is_remembered_ages_quickly(monkeypatch, tmp_path):
    (tmp_path / "pages").write_text("a file stands in the way")
    monkeypatch.setattr("literacy.page_store.page_store", lambda: file_store(tmp_path))
    moments = [105.0, 104.0, 101.0, 100.0]
    clock = SimpleNamespace(time=lambda: moments[-1])
    monkeypatch.setattr("literacy.page_store.time", clock)
    made = []
    while moments:
        remember("menu", lambda: made.append(moments[-1]))
        moments.pop()
    assert made == [100.0, 105.0]
