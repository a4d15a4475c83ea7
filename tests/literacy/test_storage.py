"""What is made for the public is served; originals and documents are not."""

import os
import subprocess
import sys
from uuid import uuid4

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage, storages
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.test import Client
from wagtail.documents import get_document_model
from wagtail.models import Collection

from literacy.models import SiteImage
from literacy.storage import SERVED, is_served, set_apart
from tests.base import make_adam, signed_in
from tests.pictures import photograph

pytestmark = pytest.mark.django_db
BEFORE = ("literacy", "0007_scheduled_job")


@pytest.fixture
def folders(tmp_path, settings):
    settings.MEDIA_ROOT = tmp_path / "media"
    settings.STORAGES = {
        **settings.STORAGES,
        "private": {
            **settings.STORAGES["private"],
            "OPTIONS": {"location": tmp_path / "private"},
        },
    }


def get(name: str):
    return Client().get(f"/media/{name}")


def make_document():
    document = get_document_model()(title="دليل")
    document.file.save("guide.pdf", ContentFile(b"%PDF-1.7 guide"))
    return document


def make_image() -> SiteImage:
    if not Collection.objects.exists():
        Collection.add_root(name="Root")
    image = SiteImage(title="سوق")
    image.file = ContentFile(photograph(), name="market.jpg")
    image.save()
    return image


@pytest.mark.parametrize(
    ("name", "served"),
    [
        ("images/a.webp", True),
        ("practice/a.svg", True),
        ("avatar_images/a.jpg", True),
        ("original_images/a.jpg", False),
        ("documents/a.pdf", False),
        ("wagtail_uploads/a.jpg", False),
        ("images", True),
        ("imagesque/a", False),
        ("a.jpg", False),
    ],
)
def test_only_named_folders_are_served(name, served):
    assert is_served(name) is served


@pytest.mark.parametrize("folder", [*SERVED, "documents", "original_images"])
def test_a_file_lies_where_its_folder_belongs(folder):
    folder, is_open = f"{folder}/{uuid4()}", folder in SERVED
    name = default_storage.save(f"{folder}/a.txt", ContentFile(b"one"))
    home = storages["served" if is_open else "private"]
    assert home.exists(name)
    assert default_storage.exists(name)
    assert default_storage.size(name) == 3
    assert default_storage.listdir(folder) == ([], ["a.txt"])
    assert bool(default_storage.url(name)) is is_open
    assert get(name).status_code == (200 if is_open else 404)
    other = default_storage.save(f"{folder}/a.txt", ContentFile(b"two"))
    assert other != name, "nothing is written over"
    default_storage.delete(name)
    assert not default_storage.exists(name)


@pytest.mark.parametrize(
    "name",
    [
        "original_images/a.jpg",
        "documents/a.pdf",
        "images/../original_images/a.jpg",
        "images/%2e%2e/original_images/a.jpg",
        "images//../../private/original_images/a.jpg",
        "images/..%2f..%2fprivate/original_images/a.jpg",
    ],
)
def test_what_is_private_has_no_address_even_in_the_served_folder(name, settings):
    for folder in ("original_images", "documents"):
        (settings.MEDIA_ROOT / folder).mkdir(parents=True, exist_ok=True)
    (settings.MEDIA_ROOT / "original_images" / "a.jpg").write_bytes(b"place")
    (settings.MEDIA_ROOT / "documents" / "a.pdf").write_bytes(b"private")
    default_storage.save("original_images/a.jpg", ContentFile(b"place"))
    try:
        assert get(name).status_code in (400, 404)
    finally:
        (settings.MEDIA_ROOT / "original_images" / "a.jpg").unlink()
        (settings.MEDIA_ROOT / "documents" / "a.pdf").unlink()


def test_a_document_is_served_by_its_view_alone():
    document = make_document()
    response = Client().get(document.url)
    assert b"".join(response.streaming_content) == b"%PDF-1.7 guide"
    assert get(document.file.name).status_code == 404


def test_the_cms_shows_pictures_that_are_not_served():
    image = make_image()
    adam = signed_in(make_adam())
    page = adam.get(f"/cms/images/{image.pk}/").content.decode()
    assert "/media/images/" in page
    assert "/media/original_images" not in page
    listed = adam.get("/cms/api/main/images/").json()["items"]
    # The picker of places in a picture shows it.
    (url,) = [one["meta"]["download_url"] for one in listed]
    assert Client().get(url).status_code == 200
    for address in ("/cms/images/", "/cms/images/chooser/"):
        page = adam.get(address).content.decode()
        assert "/media/images/" in page
        assert "original_images" not in page
    default_storage.delete(image.file.name)
    image.renditions.all().delete()
    (one,) = adam.get("/cms/api/main/images/?fields=-thumbnail").json()["items"]
    assert one["meta"]["download_url"] == ""


@pytest.mark.django_db(transaction=True)
def test_files_of_an_older_site_are_moved_and_found(folders, settings):
    image, document = make_image(), make_document()
    kept = default_storage.save("practice/a.svg", ContentFile(b"<svg/>"))
    executor = MigrationExecutor(connection)
    executor.migrate([BEFORE])
    for name in (image.file.name, document.file.name):
        assert (settings.MEDIA_ROOT / name).is_file(), "as it was"
    executor = MigrationExecutor(connection)
    executor.migrate(executor.loader.graph.leaf_nodes())
    for name in (image.file.name, document.file.name):
        assert not (settings.MEDIA_ROOT / name).exists()
        assert default_storage.exists(name)
    assert (settings.MEDIA_ROOT / kept).is_file()
    image = SiteImage.objects.get()
    assert image.get_rendition("width-40|format-webp").file.size


@pytest.mark.usefixtures("folders")
def test_a_move_that_was_broken_off_is_finished():
    served, private = storages["served"], storages["private"]
    for name in ("original_images/a.jpg", "documents/old/b.pdf"):
        served.save(name, ContentFile(b"whole"))
    private.save("original_images/a.jpg", ContentFile(b"wh"))
    assert set_apart() == 2
    assert set_apart() == 0
    assert private.open("original_images/a.jpg").read() == b"whole"
    assert private.open("documents/old/b.pdf").read() == b"whole"


def test_files_in_buckets_are_set_apart_too():
    asked = (
        "from literacy.settings import base;"
        "print([base.STORAGES[n]['OPTIONS']['bucket_name'] for n in"
        " ('served', 'private')])"
    )
    known = {**os.environ, "MEDIA_BUCKET": "open", "MEDIA_BUCKET_PRIVATE": "closed"}
    told = [sys.executable, "-c", asked]
    ran = subprocess.run(told, env=known, capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "['open', 'closed']"
    del known["MEDIA_BUCKET_PRIVATE"]
    ran = subprocess.run(told, env=known, capture_output=True, text=True, check=False)
    assert "MEDIA_BUCKET_PRIVATE" in ran.stderr


@pytest.mark.parametrize(
    "name",
    ["ص" * 300 + ".jpg", "ص" * 150, "a." + "ص" * 150],
    ids=["picture", "bare", "ending"],
)
@pytest.mark.parametrize("folder", ["images", "wagtail_uploads"])
def test_a_name_too_long_for_the_file_system_is_shortened(folders, folder, name):
    wanted = default_storage.generate_filename(f"{folder}/{name}")
    kept = [default_storage.save(wanted, ContentFile(b"x")) for _again in range(2)]
    assert len(set(kept)) == 2
    assert all(default_storage.exists(one) for one in kept)
    assert [one.endswith(".jpg") for one in kept] == [name.endswith(".jpg")] * 2


def test_a_picture_with_a_long_arabic_name_is_taken(folders):
    name = "صورة من الدرس " * 14 + ".png"
    fields = {"title": "", "files[]": SimpleUploadedFile(name, photograph("PNG"))}
    reply = signed_in(make_adam()).post(
        "/cms/images/multiple/add/",
        fields,
        headers={"X-Requested-With": "XMLHttpRequest"},
    )
    assert reply.status_code == 200
