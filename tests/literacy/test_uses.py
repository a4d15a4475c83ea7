"""What live content needs is not taken away, and editors read where it is needed."""

from datetime import timedelta
from io import StringIO

import pytest
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.db import transaction
from django.db.models import ProtectedError
from django.utils import timezone
from django.utils.translation import override
from wagtail.documents import get_document_model
from wagtail.models import Page

from courses.models import LessonPage
from literacy.errors import RefusedError
from literacy.in_use import staying_notes
from literacy.models import SiteImage
from literacy.services import sign_content
from literacy.uses import effects_of_deleting, uses_of
from quizzes.models import Activity
from tests.base import make_adam, signed_in
from tests.make import (
    choice_body,
    item,
    make_activity,
    make_bank,
    make_help,
    make_help_page,
    make_home,
    make_info,
    make_lesson,
    make_locale,
    make_module,
    make_quiz,
    make_skill,
)
from tests.pictures import drawn, saved

pytestmark = pytest.mark.django_db
ACTIVITIES = "/cms/snippets/quizzes/activity"
NO_SCRIPT = {"HTTP_X_REQUESTED_WITH": "XMLHttpRequest"}


@pytest.fixture
def adam():
    make_home()
    user = make_adam()
    user.wagtail_userprofile.preferred_language = "en"
    user.wagtail_userprofile.save()
    return signed_in(user)


@pytest.fixture
def image():
    image = SiteImage(title="سوق", is_practice=True)
    image.file.save("a.png", ContentFile(saved(drawn(), "PNG")), save=False)
    image.save()
    return image


def lesson_with(image, **changes):
    """Publish a lesson that begins with the picture, signed where that is needed."""
    lesson = make_lesson(**changes)
    lesson.steps[0].value["picture"] = image
    lesson.steps[0].value["alt"] = "سوق."
    lesson.save()
    lesson = LessonPage.objects.get(pk=lesson.pk)
    if lesson.is_sensitive:
        sign_content(user=None, instance=lesson)
    lesson.save_revision().publish()
    return lesson


def activity_with(image):
    stimulus = {"kind": "post", "author": "صفحة", "detail": "", "text": "أغلق الجسر!"}
    stimulus |= {"picture": image.pk, "alt": "جسر."}
    return make_activity(body=choice_body(stimulus=[item(stimulus)]))


def said(client, response) -> str:
    """Return the messages on the page that the answer leads to."""
    if response.status_code == 302:
        response = client.get(response.url)
    return " ".join(str(message) for message in response.context["messages"])


def post(client, address, **fields):
    return client.post(address, fields, HTTP_REFERER=f"http://testserver{address}")


# Activities


def ways_to_take_away(activity):
    """Yield each address of the CMS that would take an activity away."""
    key = activity.pk
    bulk = "/cms/bulk/quizzes/activity/delete/"
    return [
        f"{ACTIVITIES}/unpublish/{key}/",
        f"{ACTIVITIES}/delete/{key}/",
        f"{bulk}?id={key}",
    ]


@pytest.mark.parametrize("way", range(3))
@pytest.mark.parametrize("where", ["check", "practice", "ordered", "drawn"])
def test_an_activity_that_learners_are_asked_stays(adam, way, where):
    skill = make_skill()
    bank = make_bank(2, skill=skill)
    match where:
        case "check":
            user = make_lesson(bank=bank)
        case "practice":
            user = make_lesson(practice=[bank[0]])
        case "ordered":
            user = make_quiz(bank)
        case "drawn":
            user = make_quiz(skills=[skill], count=4, purpose="check")
    address = ways_to_take_away(bank[0])[way]
    for _press in range(2):
        text = said(adam, post(adam, address))
        assert user.title in text
        assert "live content needs it" in text
    activity = Activity.objects.get(pk=bank[0].pk)
    assert activity.live
    assert user.title in text


def test_the_refusal_says_what_breaks(adam):
    bank = make_bank(2)
    lesson = make_lesson(bank=bank)
    text = said(adam, post(adam, ways_to_take_away(bank[0])[0]))
    assert f"“{lesson.title}” (lesson, العربيّة)" in text
    assert "The check lacks 1 misleading activity" in text


@pytest.mark.parametrize("way", range(3))
def test_an_activity_that_nobody_is_asked_may_go(adam, way):
    activity = make_activity()
    post(adam, ways_to_take_away(activity)[way])
    assert not Activity.objects.filter(pk=activity.pk, live=True).exists()


def test_a_bank_with_enough_others_lets_one_go(adam):
    skill = make_skill()
    bank = make_bank(4, skill=skill)
    quiz = make_quiz(skills=[skill], count=2, purpose="check")
    address = ways_to_take_away(bank[0])[0]
    assert quiz.title in said(adam, post(adam, address)), "asked once"
    assert Activity.objects.get(pk=bank[0].pk).live
    post(adam, address)
    assert not Activity.objects.get(pk=bank[0].pk).live


@pytest.mark.parametrize("take_away", ["unpublish", "delete"])
def test_commands_are_refused_too(take_away):
    bank = make_bank(2)
    make_lesson(bank=bank)
    refused = pytest.raises(RefusedError, match="live content needs it")
    with override("en"), refused, transaction.atomic():
        getattr(bank[0], take_away)()
    with pytest.raises(RefusedError), transaction.atomic():
        Activity.objects.filter(pk=bank[0].pk).delete()
    assert Activity.objects.get(pk=bank[0].pk).live


def test_the_clock_goes_on_and_an_editor_reads_of_it(rf):
    bank, free = make_bank(2), make_activity()
    make_lesson(bank=bank)
    past = timezone.now() - timedelta(hours=1)
    keys = [bank[0].pk, free.pk]
    Activity.objects.filter(pk__in=keys).update(expire_at=past)
    call_command("publish_scheduled", stdout=StringIO())
    bank[0].refresh_from_db()
    free.refresh_from_db()
    assert (bank[0].live, bank[0].expire_at, free.live) == (True, None, False)
    request = rf.get("/")
    request.user = make_adam()
    with override("en"):
        (note,) = staying_notes(request)
    assert bank[0].title in note.text
    bank[0].save_revision()
    assert staying_notes(request) == []


@pytest.mark.parametrize(
    "changes",
    [
        {"purpose": "practice"},
        {"veracity": "accurate"},
        {"sensitivity": 2},
    ],
)
def test_a_change_that_breaks_a_live_check_is_not_published(changes):
    bank = make_bank(2)
    lesson = make_lesson(bank=bank)
    for name, value in changes.items():
        setattr(bank[0], name, value)
    if changes.get("sensitivity"):
        sign_content(user=None, instance=bank[0])
    revision = bank[0].save_revision()
    with override("en"), pytest.raises(RefusedError, match=lesson.title):
        revision.publish()
    assert Activity.objects.get(pk=bank[0].pk).purpose == "check"


def test_an_activity_keeps_the_language_of_its_lesson():
    bank = make_bank(2)
    make_lesson(bank=bank)
    bank[0].locale = make_locale("en")
    with override("en"), pytest.raises(RefusedError, match="another language"):
        bank[0].save_revision().publish()


def test_other_changes_are_published():
    bank = make_bank(2)
    make_lesson(bank=bank)
    bank[0].why = "لأنّ المصدر مجهول."
    bank[0].save_revision().publish()
    assert Activity.objects.get(pk=bank[0].pk).why == "لأنّ المصدر مجهول."


# Pictures


def replace(client, image, **fields):
    data = saved(drawn((80, 60)), "PNG")
    file = SimpleUploadedFile("b.png", data, "image/png")
    fields = {
        "title": "سوق",
        "collection": 1,
        "is_practice": "on",
        "file": file,
    } | fields
    return client.post(f"/cms/images/{image.pk}/", fields)


def width_of(image) -> int:
    return SiteImage.objects.get(pk=image.pk).width


def test_a_picture_that_nobody_sees_is_replaced(adam, image):
    assert replace(adam, image).status_code == 302
    assert width_of(image) == 80


@pytest.mark.parametrize("make", [lesson_with, activity_with])
def test_a_picture_that_learners_see_is_replaced_with_a_tick(adam, image, make):
    user = make(image)
    assert user.title in adam.get(f"/cms/images/{image.pk}/").content.decode()
    response = replace(adam, image)
    assert "Tick this if it is meant so." in response.content.decode()
    assert width_of(image) == 160
    assert replace(adam, image, changes_at_once="on").status_code == 302
    assert width_of(image) == 80


def test_a_signed_picture_stays(adam, image):
    lesson = lesson_with(image, sensitivity=2)
    for tick in ({}, {"changes_at_once": "on"}):
        page = replace(adam, image, **tick).content.decode()
        assert lesson.title in page
        assert "Add it as a new image instead" in page
    assert width_of(image) == 160


@pytest.mark.parametrize("value", [True, False])
def test_a_stamp_is_only_put_on_unasked(adam, image, value):
    SiteImage.objects.update(is_practice=not value)
    lesson_with(image, sensitivity=2)
    fields = {"title": "سوق", "collection": 1} | (
        {"is_practice": "on"} if value else {}
    )
    adam.post(f"/cms/images/{image.pk}/", fields)
    assert SiteImage.objects.get(pk=image.pk).is_practice


def test_what_does_not_show_is_changed_freely(adam, image):
    lesson_with(image, sensitivity=2)
    fields = {"title": "جسر", "collection": 1, "is_practice": "on", "credit": "منى"}
    fields |= {"focal_point_x": 5, "focal_point_y": 5}
    fields |= {"focal_point_width": 9, "focal_point_height": 9}
    assert adam.post(f"/cms/images/{image.pk}/", fields).status_code == 302
    assert SiteImage.objects.get(pk=image.pk).credit == "منى"


def test_a_command_does_not_replace_a_signed_picture(image):
    lesson = lesson_with(image, sensitivity=2)
    image.file = ContentFile(saved(drawn((80, 60)), "PNG"), name="b.png")
    with override("en"), pytest.raises(RefusedError, match=lesson.title):
        image.save()
    image = SiteImage.objects.get(pk=image.pk)
    image.file.save("b.png", ContentFile(saved(drawn((80, 60)), "PNG")), save=False)
    with pytest.raises(RefusedError):
        image.save()
    assert width_of(image) == 160


@pytest.mark.parametrize("make", [lesson_with, activity_with])
@pytest.mark.parametrize(
    "address",
    [
        "/cms/images/{}/delete/",
        "/cms/bulk/literacy/siteimage/delete/?id={}",
    ],
)
def test_a_picture_that_learners_see_is_not_deleted(adam, image, make, address):
    user = make(image)
    assert user.title in said(adam, post(adam, address.format(image.pk)))
    assert SiteImage.objects.filter(pk=image.pk).exists()
    assert image.file.storage.exists(image.file.name)


def test_nor_from_the_list_of_what_was_just_uploaded(adam, image, monkeypatch):
    user = activity_with(image)
    # Within the test's own transaction a refusal would end it.
    monkeypatch.setattr(SiteImage, "delete", transaction.atomic(SiteImage.delete))
    address = f"/cms/images/multiple/{image.pk}/delete/"
    response = adam.post(address, **NO_SCRIPT)
    assert user.title in said(adam, adam.get(response.json()["redirect"]))
    assert SiteImage.objects.filter(pk=image.pk).exists()


def test_a_picture_that_nobody_sees_may_go(adam, image):
    adam.post(f"/cms/images/{image.pk}/delete/")
    assert not SiteImage.objects.exists()


def test_a_document_in_use_would_be_named():
    document = get_document_model()(title="دليل")
    document.file.save("guide.pdf", ContentFile(b"%PDF"))
    assert effects_of_deleting(document) == []
    document.delete()


# Pages, skills, help


def test_the_module_of_a_lesson_is_named_once(adam):
    lesson = make_lesson()
    module = lesson.get_parent()
    address = f"/cms/pages/{lesson.pk}/unpublish/"
    text = said(adam, post(adam, address))
    assert module.title in text
    assert "It is one of its lessons." in text
    assert Page.objects.get(pk=lesson.pk).live
    post(adam, address)
    assert not Page.objects.get(pk=lesson.pk).live


@pytest.mark.parametrize("action", ["unpublish", "delete"])
@pytest.mark.parametrize("in_bulk", [True, False])
def test_what_stands_below_a_module_is_named_once(adam, action, in_bulk):
    module = make_module()
    lesson, quiz = make_lesson(module=module), make_quiz(make_bank(1), parent=module)
    address = f"/cms/pages/{module.pk}/{action}/"
    if in_bulk:
        address = f"/cms/bulk/wagtailcore/page/{action}/?id={module.pk}"
    text = said(adam, post(adam, address))
    assert lesson.title in text
    assert quiz.title in text
    assert Page.objects.filter(pk=module.pk, live=True).exists()
    post(adam, address)
    assert not Page.objects.filter(pk=module.pk, live=True).exists()


def test_a_page_stays_in_its_language(adam):
    lesson, english = make_lesson(), make_locale("en")
    foreign = make_module(locale=english)
    adam.post(f"/cms/pages/{lesson.pk}/move/{foreign.pk}/confirm/")
    assert Page.objects.get(pk=lesson.pk).get_parent().pk != foreign.pk
    other = make_module()
    adam.post(f"/cms/pages/{lesson.pk}/move/{other.pk}/confirm/")
    assert Page.objects.get(pk=lesson.pk).get_parent().pk == other.pk


def test_a_page_that_nothing_needs_goes_at_once(adam):
    info = make_info()
    post(adam, f"/cms/pages/{info.pk}/unpublish/")
    assert not Page.objects.get(pk=info.pk).live


def test_a_skill_in_use_stays_and_is_unpublished_with_a_second_press(adam):
    skill = make_skill()
    skill.save_revision().publish()
    activity = make_activity(skill=skill)
    with pytest.raises(ProtectedError):
        skill.delete()
    address = f"/cms/snippets/quizzes/skill/unpublish/{skill.pk}/"
    assert activity.title in said(adam, post(adam, address))
    post(adam, address)
    skill.refresh_from_db()
    assert not skill.live


@pytest.mark.parametrize("action", ["unpublish", "delete"])
def test_help_that_is_the_last_of_its_kind_asks_once(adam, action):
    page = make_help_page()
    page.save_revision().publish()
    child = make_help(under18_ok=True)
    make_help()
    address = f"/cms/snippets/literacy/helpresource/{action}/{child.pk}/"
    text = said(adam, post(adam, address))
    assert page.title in text
    assert "suited to people under 18" in text
    post(adam, address)
    assert not type(child).objects.filter(pk=child.pk, live=True).exists()


def test_asking_changes_nothing():
    bank = make_bank(2)
    lesson = make_lesson(bank=bank)
    assert effects_of_deleting(bank[0])
    assert Activity.objects.get(pk=bank[0].pk).live
    assert {use.user for use in uses_of(bank[0])} == {lesson}
