"""Sends what no editor means to send to every form of the CMS, by a seed.

`pytest tests/literacy/test_cms_fuzz.py --cms-posts 1000` sends as many; the suite sends
a few.
"""

import json
import random
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from wagtail.models import Page
from wagtail.snippets.models import get_snippet_models
from wagtail_localize.models import (
    OverridableSegment,
    StringSegment,
    Translation,
)

from literacy.models import SiteImage
from tests.cms_forms import Fields, form_of
from tests.make import (
    BODIES,
    make_activity,
    make_help,
    make_help_page,
    make_home,
    make_info,
    make_lesson,
    make_quiz,
)
from tests.pictures import drawn, mutants, saved
from tests.translations import begin_english, edit_url, live_in_english, snippet_path

RAW_TEXT = json.dumps(
    {
        "blocks": [
            {
                "key": "a",
                "text": "نص",
                "type": "no-such-type",
                "depth": -1,
                "inlineStyleRanges": [{"offset": -5, "length": 1e9, "style": "BOLD"}],
                "entityRanges": [{"offset": 0, "length": 1, "key": 9}],
            }
        ],
        "entityMap": {"0": {"type": "LINK", "data": {"id": "x"}}},
    }
)
# Values that a field may hold instead of its own; None: the field is not sent at all.
VALUES = [
    *("", " ", "x", "-1", "0", "1", "999999", "9" * 40, "1e309", "NaN", "٣", "٣x"),
    *("[]", "{}", "null", "true", '[{"type": "x"}]', '{"a": 1}', RAW_TEXT, '{"bl'),
    *("a" * 3000, "كلمة " * 900, "\x00", "🙂" * 40, "\u202e\u2066", "\r\n" * 50),
    *("<script>alert(1)</script>", "{{ 7 }}{% now %}", "' OR 1=1 --", "%s%n", "\\"),
    *("2027-13-45", "٢٠٢٧-٠٢-٠١", "../../etc", "https://[", "javascript:x", None),
]
# What holds a StreamField together.
JOINTS = ("-count", "-type", "-order", "-id", "-deleted", "_FORMS")
ACTIONS = ["", "", "action-publish", "action-publish", "action-submit"]
TITLES = ["عنوان آخر", "Another title", "«عنوان» — 3"]
CHECKED_EVERY = 40


@dataclass
class Post:
    """One request, and what it is a case of."""

    kind: str
    url: str
    data: Any
    method: str = "post"
    headers: dict[str, str] = field(default_factory=dict)
    content_type: str = ""
    is_valid: bool = False

    def send(self, client: Client) -> int:
        more = {"content_type": self.content_type} if self.content_type else {}
        call = getattr(client, self.method)
        return int(call(self.url, self.data, headers=self.headers, **more).status_code)


@dataclass
class Run:
    """What was sent, what was answered, and what went wrong."""

    answers: Counter[tuple[str, int]] = field(default_factory=Counter)
    faults: list[Any] = field(default_factory=list)

    def note(self, number: int, post: Post, status: int) -> None:
        self.answers[post.kind, status] += 1
        if status >= 500:
            self.faults.append((number, post.kind, post.url, status, post.data))
        if post.is_valid and status >= 400:
            self.faults.append((number, "valid", post.url, status))

    def figures(self) -> str:
        """Return the answers of each kind of request, by status."""
        kinds = sorted({kind for kind, _status in self.answers})
        statuses = sorted({status for _kind, status in self.answers})
        lines = [
            f"{kind}: "
            + ", ".join(
                f"{self.answers[kind, status]} × {status}"
                for status in statuses
                if self.answers[kind, status]
            )
            for kind in kinds
        ]
        return "\n".join([f"{self.answers.total()} posts", *lines])


def fill_site(client: Client) -> None:
    """Make one of each page and snippet, and translations of some."""
    make_home()
    make_help_page().save_revision().publish()
    make_info().save_revision().publish()
    lesson = make_lesson()
    choice = make_activity()
    make_quiz([choice])
    make_help()
    for format_ in BODIES:
        make_activity(format_)
    live_in_english(client, choice)
    begin_english(client, lesson, include_subtree=True)
    begin_english(client, make_activity("feed"))


def all_things() -> list[Any]:
    """Return every page and snippet that has a form."""
    pages = Page.objects.filter(depth__gt=1).not_exact_type(Page).specific()
    snippets = [
        thing
        for model in get_snippet_models()
        if model._meta.app_label in ("literacy", "quizzes", "courses")
        for thing in model.objects.order_by("pk")
    ]
    return [*pages.order_by("path"), *snippets]


class Fuzz:
    """Draws requests by a seed."""

    def __init__(self, seed: int) -> None:
        self.rnd = random.Random(seed)
        kinds = {
            self.edit: 10,
            self.preview: 3,
            self.add: 3,
            self.copy: 1,
            self.upload: 2,
            self.picture: 2,
            self.string: 3,
            self.override: 1,
            self.catalogue: 1,
            self.translate: 1,
        }
        self.kinds = [kind for kind, weight in kinds.items() for _turn in range(weight)]

    def draw(self) -> Post:
        return self.rnd.choice(self.kinds)()

    def damage(self, fields: Fields) -> Fields:
        """Return the fields with some of them changed, gone, doubled or misplaced."""
        names = sorted(fields)
        joints = [name for name in names if name.endswith(JOINTS)]
        for _hit in range(self.rnd.randint(1, 5)):
            among = joints if joints and self.rnd.random() < 0.3 else names
            name = self.rnd.choice(among)
            value = self.rnd.choice([*VALUES, fields.get(self.rnd.choice(names), "")])
            if value is None:
                fields.pop(name, None)
            elif self.rnd.random() < 0.1:
                fields[name] = [value, fields.get(name, "")]
            elif self.rnd.random() < 0.1:
                fields[f"{name}-0"] = value
            else:
                fields[name] = value
        return fields

    def form(self, thing: Any) -> tuple[Fields, bool]:
        """Return a form of the thing, damaged in four of five, and whether it is whole.

        A whole one has another title.
        """
        fields = form_of(thing)
        if "title" in fields:
            fields["title"] = self.rnd.choice(TITLES)
        is_whole = self.rnd.random() < 0.2
        return (fields if is_whole else self.damage(fields)), is_whole

    def thing(self) -> Any:
        """Return a page or snippet; each model has its turn, however many there are."""
        things = all_things()
        model = self.rnd.choice(sorted({type(one).__name__ for one in things}))
        return self.rnd.choice([one for one in things if type(one).__name__ == model])

    def edit(self) -> Post:
        """Save, publish or submit; sometimes as the form saves by itself."""
        thing = self.thing()
        fields, is_whole = self.form(thing)
        saves_itself = self.rnd.random() < 0.2
        action = "" if saves_itself else self.rnd.choice(ACTIONS)
        headers = {"Accept": "application/json"} if saves_itself else {}
        data = {**fields, action: "1"} if action else fields
        return Post(
            f"edit {thing._meta.model_name}",
            edit_url(thing),
            data,
            headers=headers,
            # What saves itself says which revision it began from; this one does not.
            is_valid=is_whole and not saves_itself,
        )

    def preview(self) -> Post:
        thing = self.thing()
        fields, _is_whole = self.form(thing)
        url = (
            f"/cms/pages/{thing.pk}/edit/preview/"
            if isinstance(thing, Page)
            else f"/cms/snippets/{snippet_path(thing)}/preview/{thing.pk}/"
        )
        return Post("preview", url, fields)

    def add(self) -> Post:
        thing = self.thing()
        fields, _is_whole = self.form(thing)
        fields["slug"] = f"added-{self.rnd.randrange(10**6)}"
        path = snippet_path(thing)
        if isinstance(thing, Page):
            url = f"/cms/pages/add/{path}/{thing.get_parent().pk}/"
        elif self.rnd.random() < 0.3:
            url = f"/cms/snippets/choose/{path}/create/"
        else:
            url = f"/cms/snippets/{path}/add/"
        return Post("add", url, fields)

    def copy(self) -> Post:
        page = self.rnd.choice([one for one in all_things() if isinstance(one, Page)])
        fields = {
            "new_title": "نسخة",
            "new_slug": f"copy-{self.rnd.randrange(10**6)}",
            "new_parent_page": page.get_parent().pk,
            "copy_subpages": "on",
        }
        return Post("copy", f"/cms/pages/{page.pk}/copy/", self.damage(fields))

    def file(self) -> SimpleUploadedFile:
        """Return a picture, whole or damaged, or something else under its name."""
        name, data = mutants(self.rnd.randrange(10**6), 1)[0]
        draw = self.rnd.random()
        if draw < 0.3:
            name, data = "whole.png", saved(drawn(), "PNG")
        elif draw < 0.4:
            data = self.rnd.choice([b"", b"<svg onload='x'/>", b"GIF89a", b"\x00" * 99])
        name = self.rnd.choice([name, "../x.png", "a\u202egnp.exe", "ص" * 300 + ".jpg"])
        return SimpleUploadedFile(name, data)

    def upload(self) -> Post:
        address, name = self.rnd.choice(
            [
                ("/cms/images/add/", "file"),
                ("/cms/images/chooser/create/", "image-chooser-upload-file"),
                ("/cms/images/multiple/add/", "files[]"),
                ("/cms/documents/add/", "file"),
                ("/cms/documents/multiple/add/", "files[]"),
            ]
        )
        fields = {"title": "صورة", "collection": 1}
        data = {**self.damage(fields), name: self.file()}
        return Post("upload", address, data, headers={"X-Requested-With": AJAX})

    def picture(self) -> Post:
        """Change a picture of the library, its file perhaps."""
        image = self.rnd.choice(SiteImage.objects.order_by("pk"))
        names = tuple(f"focal_point_{part}" for part in ("x", "y", "width", "height"))
        data: Fields = {name: self.rnd.randrange(1, 30) for name in names}
        data |= {"title": "صورة", "description": "ما تُظهره الصورة", "credit": "أمل"}
        data |= {"tags": "جسر, نهر", "changes_at_once": "on"}
        if self.rnd.random() < 0.7:
            data = self.damage(data)
        if self.rnd.random() < 0.5:
            data["file"] = self.file()
        return Post("picture", f"/cms/images/{image.pk}/", data)

    def translation(self) -> Translation:
        return self.rnd.choice(Translation.objects.order_by("pk"))

    def put(self, kind: str, part: str, key: int, translation: Translation) -> Post:
        value = self.rnd.choice(VALUES)
        body = urlencode({"value": value} if value is not None else {"other": 1})
        return Post(
            kind,
            f"/cms/localize/translate/{translation.pk}/{part}/{key}/edit/",
            body,
            method="put",
            content_type="application/x-www-form-urlencoded",
        )

    def string(self) -> Post:
        translation = self.translation()
        rows = StringSegment.objects.filter(source=translation.source).order_by("pk")
        key = self.rnd.choice([row.pk for row in rows] or [1])
        return self.put("translated text", "strings", key, translation)

    def override(self) -> Post:
        translation = self.translation()
        rows = OverridableSegment.objects.filter(source=translation.source)
        key = self.rnd.choice([row.pk for row in rows.order_by("pk")] or [1])
        return self.put("translated choice", "overrides", key, translation)

    def catalogue(self) -> Post:
        translation = self.translation()
        text = str(translation.export_po())
        if self.rnd.random() < 0.7:
            place, cut = self.rnd.randrange(len(text)), self.rnd.randrange(60)
            other = self.rnd.choice([value or "" for value in VALUES])
            text = text[:place] + other + text[place + cut :]
        data = {"file": SimpleUploadedFile("en.po", text.encode())}
        url = f"/cms/localize/translate/{translation.pk}/pofile/upload/"
        return Post("catalogue", url, data)

    def translate(self) -> Post:
        """Publish, stop, begin again, bring up to date, submit."""
        translation = self.translation()
        source = translation.source.get_source_instance()
        english = translation.get_target_instance()
        kind = "page" if isinstance(source, Page) else f"snippet/{snippet_path(source)}"
        url, fields = self.rnd.choice(
            [
                (edit_url(english), {"action": "publish"}),
                (edit_url(english), {"action": "save_draft"}),
                (f"/cms/localize/translate/{translation.pk}/disable/", {"next": "/"}),
                (f"/cms/localize/translate/{translation.pk}/restart/", {"next": "/"}),
                (
                    f"/cms/localize/update/{translation.source_id}/",
                    {"publish_translations": "on"},
                ),
                (
                    f"/cms/localize/submit/{kind}/{source.pk}/",
                    {"locales": [translation.target_locale_id], "select_all": "on"},
                ),
            ]
        )
        return Post("translate", url, self.damage(fields))


AJAX = "XMLHttpRequest"


def send_posts(client: Client, *, seed: int, count: int) -> Run:
    """Send the posts of a seed, and look at the site every so often."""
    fuzz, run = Fuzz(seed), Run()
    for number in range(1, count + 1):
        post = fuzz.draw()
        run.note(number, post, post.send(client))
        if number % CHECKED_EVERY == 0 or number == count:
            run.faults += [(number, *broken) for broken in broken_pages()]
    run.faults += [(count, *broken) for broken in broken_forms(client)]
    return run


def broken_pages() -> Iterator[tuple[str, int]]:
    """Yield each public page that does not answer a visitor."""
    visitor = Client(raise_request_exception=False)
    hidden = Page.objects.not_live()
    for page in Page.objects.live().public():
        if page.url and not hidden.ancestor_of(page).exists():
            status = visitor.get(page.url).status_code
            if status != 200:
                yield page.url, status


def broken_forms(client: Client) -> Iterator[tuple[str, int]]:
    """Yield each form of a page or snippet that does not open."""
    for thing in all_things():
        status = client.get(edit_url(thing)).status_code
        if status != 200:
            yield edit_url(thing), status
