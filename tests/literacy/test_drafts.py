"""Every page and snippet is kept as a draft, however little of it there is."""

import pytest
from wagtail.models import DraftStateMixin, Page, Revision, get_page_models
from wagtail.models.preview import PreviewableMixin
from wagtail.snippets.models import get_snippet_models

from courses.models import ModuleIndexPage, ModulePage
from literacy.fields import StreamField
from literacy.findings import errors_in
from literacy.gate import content_findings
from literacy.models import HomePage
from literacy.raw import texts
from quizzes.models import Activity
from tests.base import make_adam, signed_in
from tests.cms_forms import form_of
from tests.make import BODIES, make_activity, make_home, make_index, make_module

pytestmark = pytest.mark.django_db
PARENTS = {HomePage: make_home, ModuleIndexPage: make_index, ModulePage: make_module}
MODELS = [
    model
    for model in [*get_page_models(), *get_snippet_models()]
    if model is not Page and not model._meta.app_label.startswith("wagtail")
]
TITLE = "عنوان وحده"


@pytest.fixture
def adam():
    """Return the browser of whoever may also begin a home page."""
    return signed_in(make_adam())


def title_field(model) -> str:
    names = [field.name for field in model._meta.get_fields()]
    return "title" if "title" in names else "name"


def only_a_title(model, **changes):
    """Return what a browser sends of a new form in which only the title is written."""
    return form_of(model(), **{title_field(model): TITLE, **changes})


def add_url(model) -> str:
    if not issubclass(model, Page):
        return f"/cms/snippets/{model._meta.app_label}/{model._meta.model_name}/add/"
    parent = Page.get_first_root_node()
    if model is not HomePage:
        kind = next(one for one in model.allowed_parent_page_models() if one in PARENTS)
        parent = PARENTS[kind]()
    return (
        f"/cms/pages/add/{model._meta.app_label}/{model._meta.model_name}/{parent.pk}/"
    )


def edit_url(thing) -> str:
    if isinstance(thing, Page):
        return f"/cms/pages/{thing.pk}/edit/"
    label = f"{thing._meta.app_label}/{thing._meta.model_name}"
    return f"/cms/snippets/{label}/edit/{thing.pk}/"


def autosave(client, url, fields):
    """Send the form as the browser does by itself every few seconds."""
    response = client.post(url, fields, headers={"Accept": "application/json"})
    return response.status_code, response.json()


def made(model):
    return model.objects.order_by("-pk").first()


def test_all_our_models_are_walked():
    names = {model.__name__ for model in MODELS}
    assert {"LessonPage", "QuizPage", "HelpPage", "Activity", "Skill"} <= names
    assert all(issubclass(model, DraftStateMixin) for model in MODELS)


@pytest.mark.parametrize("model", MODELS)
def test_a_draft_with_only_a_title_is_saved_and_opened(adam, model):
    response = adam.post(add_url(model), only_a_title(model))
    assert response.status_code == 302
    draft = made(model)
    assert not draft.live
    assert TITLE in str(draft)
    opened = adam.get(edit_url(draft))
    assert opened.status_code == 200
    assert TITLE in opened.content.decode()
    assert adam.post(edit_url(draft), form_of(draft)).status_code == 302


@pytest.mark.parametrize("model", MODELS)
def test_a_draft_with_only_a_title_is_saved_by_itself(adam, model):
    status, saved = autosave(adam, add_url(model), only_a_title(model))
    assert (status, saved["success"]) == (200, True)
    draft = made(model)
    assert adam.get(saved["hydrate_url"]).status_code == 200
    again = form_of(draft, **{title_field(model): "عنوان أطول"})
    status, saved = autosave(
        adam, saved["url"], {**again, "overwrite_revision_id": saved["revision_id"]}
    )
    assert (status, saved["success"]) == (200, True)
    assert Revision.objects.for_instance(draft).count() == 1
    draft.refresh_from_db()
    assert str(draft.get_latest_revision_as_object()) == "عنوان أطول"


@pytest.mark.parametrize("model", MODELS)
def test_what_a_draft_lacks_is_asked_for_at_publishing(adam, model):
    lacks = errors_in(content_findings(model(**{title_field(model): TITLE})))
    pressed = {"action": "publish", "action-publish": "1"}
    response = adam.post(add_url(model), {**only_a_title(model), **pressed})
    assert response.status_code == (200 if lacks else 302)
    assert model.objects.filter(live=True, **{title_field(model): TITLE}).exists() is (
        not lacks
    )


@pytest.mark.parametrize(
    "model", [model for model in MODELS if issubclass(model, PreviewableMixin)]
)
def test_a_draft_with_only_a_title_has_a_preview(adam, model):
    adam.post(add_url(model), only_a_title(model))
    draft = made(model)
    address = preview_url(draft)
    assert adam.post(address, form_of(draft)).json()["is_valid"]
    for mode, _label in draft.preview_modes:
        response = adam.get(address, {"mode": mode})
        assert response.status_code == 200
        assert "wagtailadmin" not in response.content.decode()


def preview_url(thing) -> str:
    if isinstance(thing, Page):
        return f"{edit_url(thing)}preview/"
    label = f"{thing._meta.app_label}/{thing._meta.model_name}"
    return f"/cms/snippets/{label}/preview/{thing.pk}/"


# Parts of a page that are only begun


def all_blocks() -> list:
    """Return each kind of block that a page or snippet can begin with."""
    return [
        pytest.param(model, field.name, name, id=f"{model.__name__}.{name}")
        for model in MODELS
        for field in model._meta.concrete_fields
        if isinstance(field, StreamField)
        for name in field.stream_block.child_blocks
    ]


@pytest.mark.parametrize(("model", "field", "name"), all_blocks())
def test_a_block_that_was_only_added_is_kept_opened_and_previewed(
    adam, model, field, name
):
    begun = model(**{title_field(model): TITLE})
    block = model._meta.get_field(field).stream_block.child_blocks[name]
    setattr(begun, field, [(name, block.get_default())])
    status, saved = autosave(adam, add_url(model), form_of(begun))
    assert (status, saved["success"]) == (200, True), saved
    draft = made(model).get_latest_revision_as_object()
    assert [child.block_type for child in getattr(draft, field)] == [name]
    assert adam.get(edit_url(draft)).status_code == 200
    if isinstance(draft, PreviewableMixin):
        sent = adam.post(preview_url(draft), form_of(draft))
        assert sent.json()["is_valid"]
        for mode, _label in draft.preview_modes:
            assert adam.get(preview_url(draft), {"mode": mode}).status_code == 200


def retyped(raw, text):
    """Return a raw value in which every text says something else."""
    if isinstance(raw, dict):
        fixed = ("id", "type")
        return {
            name: value if name in fixed else retyped(value, text)
            for name, value in raw.items()
        }
    if isinstance(raw, list):
        return [retyped(one, text) for one in raw]
    return text if isinstance(raw, str) else raw


def words_in(activity):
    return list(texts(activity.body.stream_block, list(activity.body.raw_data)))


@pytest.mark.parametrize("text", ["", "Ḷ، 1 / 2 – ؟" * 40])
@pytest.mark.parametrize("format_", BODIES)
def test_texts_of_any_shape_are_kept_opened_and_previewed(adam, format_, text):
    activity = make_activity(format_)
    body = retyped(list(activity.body.raw_data), text)
    begun = Activity(title=TITLE)
    begun.body = Activity._meta.get_field("body").to_python(body)
    status, saved = autosave(adam, add_url(Activity), form_of(begun))
    assert (status, saved["success"]) == (200, True), saved
    draft = made(Activity).get_latest_revision_as_object()
    assert words_in(draft) == words_in(begun)
    assert adam.get(edit_url(draft)).status_code == 200
    assert adam.get("/cms/snippets/quizzes/activity/").status_code == 200
    assert adam.post(preview_url(draft), form_of(draft)).json()["is_valid"]
    for mode, _label in draft.preview_modes:
        assert adam.get(preview_url(draft), {"mode": mode}).status_code == 200
