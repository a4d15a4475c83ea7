"""Every way into the library of pictures: what comes out says no place, no device."""

import io
import random

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import CommandError, call_command
from wagtail.models import UploadedFile
from wagtail.users.models import UserProfile

from literacy.cleaning import metadata_of
from literacy.models import SiteImage
from tests.base import make_edda, signed_in
from tests.make import make_home
from tests.pictures import (
    LYING,
    SECRETS,
    animation,
    claimed,
    drawn,
    endless,
    mutants,
    photograph,
    saved,
)

pytestmark = pytest.mark.django_db
NAME = "PXL_20260301_121314.jpg"
NO_SCRIPT = {"HTTP_X_REQUESTED_WITH": "XMLHttpRequest"}


@pytest.fixture
def edda():
    make_home()
    return signed_in(make_edda())


def upload(data: bytes, name: str = NAME) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, data, "image/jpeg")


def add(client, data, name=NAME):
    fields = {"title": "سوق", "collection": 1, "file": upload(data, name)}
    return client.post("/cms/images/add/", fields)


def add_one_of_several(client, data, name=NAME, title="سوق"):
    fields = {"title": title, "collection": 1, "files[]": upload(data, name)}
    return client.post("/cms/images/multiple/add/", fields, **NO_SCRIPT)


def add_without_title(client, data, name=NAME):
    """Upload under a title that is refused, and mend that afterwards."""
    response = add_one_of_several(client, data, name, title="س" * 300)
    told = response.json()
    if not told["success"]:
        return response
    assert_nothing_is_said(UploadedFile.objects.get().file)
    number = told["uploaded_file_id"]
    prefix = f"uploaded-image-{number}"
    fields = {f"{prefix}-title": "سوق", f"{prefix}-collection": 1}
    address = f"/cms/images/multiple/create_from_uploaded_image/{number}/"
    return client.post(address, fields, **NO_SCRIPT)


def choose(client, data, name=NAME):
    fields = {"title": "سوق", "collection": 1, "file": upload(data, name)}
    prefixed = {f"image-chooser-upload-{key}": value for key, value in fields.items()}
    return client.post("/cms/images/chooser/create/", prefixed)


def replace(client, data, name=NAME):
    add(client, saved(drawn(), "PNG"), "before.png")
    image = SiteImage.objects.get()
    fields = {"title": "سوق", "collection": 1, "file": upload(data, name)}
    return client.post(f"/cms/images/{image.pk}/", fields)


def by_command(client, data, name=NAME):
    image = SiteImage(title="سوق")
    image.file.save(name, ContentFile(data), save=False)
    image.save()


def by_another_command(client, data, name=NAME):
    SiteImage.objects.create(title="سوق", file=ContentFile(data, name=name))


FORMS = [add, add_one_of_several, add_without_title, choose, replace]
DOORS = [*FORMS, by_command, by_another_command]


def assert_nothing_is_said(file):
    with file.storage.open(file.name) as opened:
        assert metadata_of(opened) == set()
        opened.seek(0)
        content = opened.read()
    assert [secret for secret in SECRETS if secret in content] == []


@pytest.mark.parametrize("door", DOORS)
@pytest.mark.parametrize("kind", ["JPEG", "HEIF"])
def test_a_picture_comes_in_clean(edda, door, kind):
    door(edda, photograph(kind, orientation=LYING))
    image = SiteImage.objects.get()
    assert_nothing_is_said(image.file)
    assert (image.width, image.height) == (120, 160), "upright"
    assert image.is_clean
    assert image.file_size in (image.file.size, None)
    for size in ("original", "max-165x165", "width-80|format-jpeg"):
        assert_nothing_is_said(image.get_rendition(size).file)


@pytest.mark.parametrize("door", DOORS)
def test_what_is_counted_of_the_file_is_of_what_is_kept(edda, door):
    door(edda, photograph("HEIF"))
    image = SiteImage.objects.get()
    kept = image.file_hash, image.get_file_size()
    image._set_image_file_metadata()
    assert (image.file_hash, image.file_size) == kept


@pytest.mark.parametrize("door", [add, add_one_of_several, choose, replace])
def test_no_file_is_named_after_the_minute_it_was_made_in(edda, door):
    door(edda, photograph())
    image = SiteImage.objects.get()
    assert "2026" not in image.file.name
    assert "2026" not in image.get_rendition("width-80|format-webp").file.name


@pytest.mark.parametrize("door", FORMS)
@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("IMG_0001.HEIC", photograph("HEIF")),
        ("IMG_0001.heif", photograph("HEIF")),
        ("a.avif", photograph("AVIF")),
        ("a.webp", photograph("WEBP")),
        ("a.gif", animation()),
        ("a.png", saved(drawn(mode="LA"), "PNG")),
        ("cmyk.jpg", saved(drawn(mode="CMYK"), "JPEG")),
        ("wrong-ending.png", photograph("HEIF")),
        ("no-ending", photograph("WEBP")),
        ("48-megapixels.jpg", saved(drawn((8064, 6048)), "JPEG", quality=40)),
    ],
)
def test_what_phones_make_is_taken(edda, door, name, data):
    door(edda, data, name)
    image = SiteImage.objects.get()
    assert image.get_rendition("width-80|format-webp").file.size
    assert max(image.width, image.height) <= 2560


@pytest.mark.parametrize("door", FORMS)
@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("many.png", claimed(saved(drawn(), "PNG"), 16_000, 16_000), "ميغابكسل"),
        ("half.jpg", photograph()[:700], "تالف"),
        ("none.jpg", b"", ""),
        ("page.jpg", b"<html><script>alert(1)</script>", "تالف"),
        ("drawing.svg", b"<svg xmlns='http://www.w3.org/2000/svg'/>", "تالف"),
        ("endless.gif", endless(600), "طويلة"),
        ("large.jpg", photograph() + bytes(20 * 2**20), ""),
    ],
)
def test_what_cannot_be_taken_is_refused_with_words(edda, door, name, data, words):
    before = int(door is replace)
    response = door(edda, data, name)
    assert response.status_code == 200
    assert SiteImage.objects.count() == before
    said = response.content.decode()
    if "json" in response["Content-Type"]:
        told = response.json()
        said = told.get("error_message") or told["htmlFragment"]
    assert words in said
    assert said.strip()


def test_no_damaged_picture_breaks_the_cms(edda):
    edda.raise_request_exception = False
    rnd = random.Random(3)
    for name, data in mutants(seed=3, count=120):
        response = rnd.choice([add, add_one_of_several, choose])(edda, data, name)
        assert response.status_code in (200, 302)
    for image in SiteImage.objects.all():
        assert image.get_rendition("width-80|format-webp").file.size


def send_portrait(client, data):
    fields = {
        "avatar-avatar": upload(data),
        "name_email-first_name": "Edda",
        "name_email-last_name": "E.",
        "locale-preferred_language": "ar",
        "theme-theme": "system",
        "theme-contrast": "system",
        "theme-density": "default",
    }
    return client.post("/cms/account/", fields)


def test_a_portrait_of_an_editor_comes_in_clean(edda):
    assert send_portrait(edda, photograph("HEIF")).status_code == 302
    portrait = UserProfile.objects.get(user__first_name="Edda").avatar
    assert_nothing_is_said(portrait)
    assert portrait.name.endswith(".jpg")


def test_a_portrait_that_cannot_be_taken_is_refused_with_words(edda):
    data = claimed(saved(drawn(), "PNG"), 5_100, 5_100)
    assert "ميغابكسل" in send_portrait(edda, data).content.decode()
    assert not UserProfile.objects.get(user__first_name="Edda").avatar


# What was uploaded before.


@pytest.fixture
def old_image():
    """Return an image as it was uploaded before pictures were cleaned."""
    data = photograph(size=(3000, 2000), orientation=LYING)
    image = SiteImage(
        title="سوق", width=3000, height=2000, file_hash="a" * 40, file_size=len(data)
    )
    image.file.name = default_storage.save(
        "original_images/market.jpg", ContentFile(data)
    )
    image.focal_point_x, image.focal_point_y = 1500, 300
    image.focal_point_width = image.focal_point_height = 600
    SiteImage.objects.bulk_create([image])
    image = SiteImage.objects.get()
    # As they were drawn then: with all that the original said.
    for size in ("width-720|format-webp|webpquality-60", "max-165x165"):
        image.get_rendition(size)
    return image


def catch_up(*options: str) -> str:
    """Return what `catch_up` says of pictures."""
    out = io.StringIO()
    call_command("catch_up", *options, stdout=out)
    return next(line for line in out.getvalue().splitlines() if "Pictures" in line)


def test_what_was_uploaded_before_is_cleaned_later(
    old_image, django_capture_on_commit_callbacks
):
    shown = old_image.renditions.get(filter_spec__contains="webp").file.name
    before = old_image.file.name
    with django_capture_on_commit_callbacks(execute=True):
        assert catch_up() == "Pictures to clean: 1 paid."
    image = SiteImage.objects.get()
    assert_nothing_is_said(image.file)
    assert not default_storage.exists(before)
    assert image.file_hash == "a" * 40, "what was signed is the same picture"
    assert (image.width, image.height) == (1707, 2560)
    assert image.focal_point_width == 512
    assert default_storage.exists(shown), "pages show it"
    for rendition in image.renditions.all():
        assert_nothing_is_said(rendition.file)
    assert_nothing_is_said(image.get_rendition("max-165x165").file)


def test_it_is_done_once(old_image):
    catch_up()
    name = SiteImage.objects.get().file.name
    assert catch_up("--all") == "Pictures to clean: 0 paid."
    assert SiteImage.objects.get().file.name == name


def test_what_cannot_be_read_stays_owed(old_image):
    before = old_image.file.name
    default_storage.delete(before)
    default_storage.save(before, ContentFile(photograph()[:500]))
    with pytest.raises(CommandError, match="1 could not be paid"):
        catch_up()
    assert not SiteImage.objects.get().is_clean


def test_nothing_is_owed_by_a_picture_that_is_gone(old_image):
    default_storage.delete(old_image.file.name)
    assert catch_up() == "Pictures to clean: 1 paid."
    assert catch_up() == "Pictures to clean: 0 paid."


def test_an_old_portrait_is_cleaned_later(edda):
    profile = UserProfile.objects.get(user__first_name="Edda")
    name = default_storage.save("avatar_images/avatar_1.jpg", ContentFile(photograph()))
    UserProfile.objects.filter(pk=profile.pk).update(avatar=name)
    assert catch_up("--all") == "Pictures to clean: 1 paid."
    profile.refresh_from_db()
    assert_nothing_is_said(profile.avatar)
    assert not default_storage.exists(name)
    assert catch_up("--all") == "Pictures to clean: 0 paid."


def test_drawings_of_the_site_stay_as_they_are():
    drawing = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 35 19"/>'
    by_command(None, drawing, "scene.svg")
    SiteImage.objects.update(is_clean=False)
    assert catch_up() == "Pictures to clean: 1 paid."
    assert SiteImage.objects.get().file.read() == drawing
