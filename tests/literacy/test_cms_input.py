"""A damaged form of the CMS is refused clearly, and nothing of it is kept."""

import io

import pytest
from django.apps import apps
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.paginator import EmptyPage
from django.template.loader import render_to_string
from django.urls import resolve
from django.utils.translation import override
from PIL import Image
from wagtail import blocks
from wagtail.embeds.blocks import EmbedBlock
from wagtail.fields import RichTextField, StreamField

from literacy.middleware.cms_input import CmsInputMiddleware
from literacy.models import SiteImage
from tests.base import make_adam, signed_in
from tests.cms_forms import form_of
from tests.make import make_home, make_info

# Blocks through which a damaged link or a script could reach a page.
RISKY = (blocks.RichTextBlock, blocks.RawHTMLBlock, EmbedBlock)
OWN = ("literacy", "quizzes", "courses", "campaigns")


@pytest.fixture
def browser(db):
    client = signed_in(make_adam())
    client.raise_request_exception = False
    return client


def all_blocks(block: blocks.Block) -> list[blocks.Block]:
    inner = list(getattr(block, "child_blocks", {}).values())
    if isinstance(block, blocks.ListBlock):
        inner = [block.child_block]
    return [block, *(found for child in inner for found in all_blocks(child))]


def picture(kind: str) -> bytes:
    drawn = io.BytesIO()
    noise = Image.effect_noise((160, 120), 80).convert("RGB")
    noise.save(drawn, kind)
    return drawn.getvalue()


def upload(client, data: bytes, name: str):
    fields = {"title": "صورة", "collection": 1, "file": SimpleUploadedFile(name, data)}
    return client.post("/cms/images/add/", fields)


def test_a_refusal_says_what_to_do_in_the_editors_language(browser):
    home = make_home()
    address = f"/cms/pages/{home.pk}/edit/"
    fields = form_of(home, **{"points-count": "many", "hero_first": "Changed"})
    response = browser.post(address, fields)
    assert response.status_code == 400
    assert 'lang="ar" dir="rtl"' in response.content.decode()
    assert browser.get(home.url).status_code == 200
    home.refresh_from_db()
    assert home.hero_first != "Changed"


@pytest.mark.parametrize("field", ["new_title", "new_slug"])
def test_a_copy_with_too_long_a_name_comes_back_with_what_was_typed(browser, field):
    info, typed = make_info(), "a" * 300
    parent = info.get_parent().pk
    fields = {"new_title": "نسخة", "new_slug": "copy", "new_parent_page": parent}
    address = f"/cms/pages/{info.pk}/copy/"
    response = browser.post(address, {**fields, field: typed})
    assert response.status_code == 200
    assert response.context["form"].errors.keys() == {field}
    assert f'value="{typed}"' in response.content.decode()


def test_a_refusal_has_the_digits_of_its_language():
    context = {"text": "بقي 3", "details": ["سطر 4 <b>"]}
    with override("ar"):
        html = render_to_string("literacy/admin/refusal.html", context)
    assert "بقي ٣" in html
    assert "<li>سطر ٤ &lt;b&gt;</li>" in html


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP", "GIF"])
@pytest.mark.parametrize("part", [0.02, 0.3, 0.6, 0.95])
def test_half_a_picture_is_refused(browser, kind, part):
    whole = picture(kind)
    response = upload(browser, whole[: int(len(whole) * part)], f"half.{kind.lower()}")
    assert response.status_code in (200, 400)
    for image in SiteImage.objects.all():
        assert image.get_rendition("width-80").file.size


def test_a_whole_picture_is_taken(browser):
    assert upload(browser, picture("PNG"), "whole.png").status_code == 302
    assert SiteImage.objects.count() == 1


@pytest.mark.parametrize(
    ("method", "path", "error", "is_answered"),
    [
        ("post", "/cms/pages/1/edit/", KeyError("count"), True),
        ("post", "/cms/images/add/", OSError("image file is truncated"), True),
        ("post", "/cms/images/add/", OSError(28, "No space left on device"), False),
        ("post", "/cms/images/add/", PermissionError(13, "Denied"), False),
        ("post", "/cms/pages/1/edit/", ZeroDivisionError(), False),
        ("get", "/cms/pages/1/edit/", KeyError("count"), False),
        ("get", "/cms/pages/?p=x", ValueError("a number, but got 'x'"), True),
        ("get", "/cms/pages/?p=x", ValueError("a number, but got 'y'"), False),
        ("get", "/cms/pages/?p=9", EmptyPage(), True),
        ("get", "/ar/progress/?p=9", EmptyPage(), False),
        ("post", "/ar/answers/", KeyError("count"), False),
    ],
)
def test_only_what_an_editor_sent_is_answered(rf, method, path, error, is_answered):
    request = getattr(rf, method)(path)
    with override("ar"):
        request.user, request.resolver_match = None, resolve(request.path)
    middleware = CmsInputMiddleware(lambda request: None)
    response = middleware.process_exception(request, error)
    assert (response is not None) == is_answered
    if response:
        assert response.status_code == 400


def test_no_text_of_ours_can_hold_markup():
    for model in apps.get_models():
        if model._meta.app_label not in OWN:
            continue
        for field in model._meta.get_fields():
            assert not isinstance(field, RichTextField), field
            if isinstance(field, StreamField):
                for block in all_blocks(field.stream_block):
                    assert not isinstance(block, RISKY), f"{field}: {block.name}"
