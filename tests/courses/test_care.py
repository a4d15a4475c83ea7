"""Sensitive lessons: the way out, the note, the way past, and what others may show."""

import re

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.translation import override

from courses.queries import LessonState, next_lesson
from literacy.page_store import purge_pages
from quizzes.models import Attempt
from quizzes.queries import question_of
from tests.make import (
    make_activity,
    make_help_page,
    make_lesson,
    make_locale,
    make_module,
    make_quiz,
    make_skill,
    version_of,
)

pytestmark = pytest.mark.django_db
EXIT = '<quick-exit class="exit"'
BEFORE = "قبل أن نبدأ"
HELP = "هل يحدث شيء كهذا معكم أو مع صديق؟"
NOTE = "يتحدّث الدرس عن شخص يستغلّ الثقة."


@pytest.fixture(autouse=True)
def way_out(settings):
    settings.EXIT_URL = "https://weather.example/"
    return settings.EXIT_URL


def get(url, **headers):
    reply = Client().get(url, headers=headers)
    assert reply.status_code == 200
    return reply.content.decode()


def title_of(page):
    return re.findall("<title>(.*?)</title>", page, flags=re.DOTALL)[0]


def robots_of(page):
    return re.findall('<meta name="robots" content="(.*?)">', page)


def sensitive(**changes):
    """Return a live lesson as it is once a second editor has signed it."""
    fields = {"content_note": NOTE, "title": "غريب لطيف"}
    return at_level(2, make_lesson(**{**fields, **changes}))


def at_level(level, thing):
    type(thing).objects.filter(pk=thing.pk).update(sensitivity=level)
    thing.sensitivity = level
    return thing


# The way out


def test_a_sensitive_lesson_has_a_plain_way_out_before_all_else(way_out):
    page = get(sensitive().url)
    body = page.split("<body>")[1]
    first = re.search(r"<(a|button|input|select)\b[^>]*>", body)[0]
    assert f'href="{way_out}"' in first
    assert 'rel="noreferrer nofollow"' in first
    assert "quick-exit.js" in page


@pytest.mark.parametrize("level", [0, 1])
def test_another_lesson_has_none(level):
    page = get(make_lesson(sensitivity=level).url)
    assert EXIT not in page
    assert "quick-exit.js" not in page
    assert "care" not in re.sub("<style>.*?</style>", "", page, flags=re.DOTALL)


def test_its_module_and_the_last_page_have_it_too():
    lesson = sensitive()
    module = lesson.get_parent().specific
    for url in (module.url, f"{module.url}done/"):
        page = get(url)
        assert EXIT in page
        assert module.title not in title_of(page)
    assert EXIT not in get(make_module().url)


def test_so_has_the_help_page():
    assert EXIT in get(make_help_page().url)


def answered(lesson, activity):
    """Return a browser without scripts that has answered in the lesson."""
    client = Client(headers={"sec-fetch-site": "same-origin"})
    version = version_of(activity)
    data = {
        "subject": str(lesson.translation_key),
        "activity": question_of(version, subject_key="").key,
        "language": "ar",
        "version": version.number,
        "options": version.content["body"]["options"][0]["id"],
    }
    with override("ar"):
        reply = client.post(reverse("answer_new"), data, follow=True)
    assert reply.status_code == 200
    return client, reply


@pytest.mark.parametrize(("level", "has_exit"), [(2, True), (0, False)])
def test_answers_and_checks_have_what_their_lesson_has(level, has_exit):
    activity = make_activity()
    lesson = at_level(level, make_lesson(content_note=NOTE, practice=[activity]))
    client, reply = answered(lesson, activity)
    page = reply.content.decode()
    assert (EXIT in page) is has_exit
    assert lesson.title not in title_of(page)
    assert "noindex" in " ".join(robots_of(page))

    with override("ar"):
        data = {"subject": str(lesson.translation_key)}
        reply = client.post(reverse("check_start"), data, follow=True)
    assert (EXIT in reply.content.decode()) is has_exit
    part = client.get(
        reverse("attempt", kwargs={"code": Attempt.objects.last().code}),
        headers={"x-part": "2"},
    )
    assert EXIT not in part.content.decode()


def test_a_quiz_with_something_sensitive_has_it():
    activity = make_activity()
    quiz = make_quiz([activity])
    at_level(2, activity)
    page = get(quiz.url)
    assert EXIT in page
    assert quiz.title not in title_of(page)
    assert f'href="{quiz.get_parent().url}">تخطّي هذه الأسئلة' in page
    assert page.index(BEFORE) < page.index("<form") < page.index(HELP)
    page = get(make_quiz([make_activity()]).url)
    assert EXIT not in page
    assert BEFORE not in page
    assert HELP not in page


@pytest.mark.parametrize(
    ("purpose", "drawn", "has_exit"),
    [
        ("pre", "post", True),
        ("post", "pre", True),
        ("check", "check", True),
        ("pre", "check", False),
        ("check", "pre", False),
    ],
)
def test_so_has_a_quiz_that_may_draw_something_sensitive(purpose, drawn, has_exit):
    """Before and after a course a quiz is drawn from both purposes."""
    skill = make_skill()
    quiz = make_drawn_quiz(skill, skill, purpose=purpose, shows_answers=False)
    assert EXIT not in get(quiz.url)
    at_level(2, make_activity(skill=skill, purpose=drawn))
    purge_pages()
    assert (EXIT in get(quiz.url)) is has_exit


def make_drawn_quiz(skill, named, *, purpose, **changes):
    """Publish a quiz that draws from what trains the skill, by this or another name."""
    fields = {"skill": skill, "purpose": purpose}
    for form in ("a", "b"):
        for veracity in ("accurate", "misleading"):
            make_activity(form=form, veracity=veracity, **fields)
    return make_quiz(skills=[named], purpose=purpose, count=2, **changes)


def test_skills_of_a_quiz_are_the_same_in_every_language():
    arabic = make_skill()
    english = arabic.copy_for_translation(make_locale("en"))
    english.save()
    quiz = make_drawn_quiz(arabic, english, purpose="check")
    at_level(2, make_activity(skill=arabic, purpose="check"))
    assert EXIT in get(quiz.url)


# Titles, notes, and the way past


def test_the_title_gives_nothing_away():
    lesson = sensitive()
    page = get(lesson.url)
    assert lesson.title not in title_of(page)
    assert "فكّر قبل ما تشارك" in title_of(page)
    assert f"<h1>{lesson.title}</h1>" in page


def test_the_note_stands_before_the_steps_and_leads_past_them():
    module = make_module()
    lesson, following = sensitive(module=module), make_lesson(module=module)
    page = get(lesson.url)
    assert page.index(NOTE) < page.index('data-kind="hook"')
    care = page[page.index("care--before") : page.index('data-kind="hook"')]
    assert f'href="{following.url}"' in care


def test_past_the_last_lesson_is_the_end_of_the_module():
    lesson = sensitive()
    page = get(lesson.url)
    care = page[page.index("care--before") : page.index('data-kind="hook"')]
    end = f"{lesson.get_parent().url}done/"
    assert f'href="{end}"' in care
    # Nobody has done anything, and it opens.
    assert get(end)


def test_skipping_leaves_no_trace():
    lesson = sensitive()
    client = Client()
    client.get(lesson.url)
    client.get(f"{lesson.get_parent().url}done/")
    assert not client.cookies


def test_who_skipped_a_lesson_is_offered_others_first():
    def state(key, step=0, is_sensitive=False, is_done=False):
        return LessonState(key, key, "", 7, step, is_done, is_sensitive)

    rest = [state("skipped", is_sensitive=True), state("plain")]
    assert next_lesson(rest).key == "plain"
    assert next_lesson([*rest, state("begun", 3, True)]).key == "begun"
    assert next_lesson(rest[:1]).key == "skipped"


def test_the_way_to_help_stands_below_the_steps():
    lesson = sensitive()
    assert "care--help" in get(lesson.url)
    help_page = make_help_page()
    purge_pages()
    assert f'href="{help_page.url}"' in get(lesson.url)


def test_without_a_note_there_is_a_sentence():
    assert "care--before" in get(sensitive(content_note="").url)


def test_adults_are_told_that_nobody_has_reviewed_it():
    module = make_module(needs_safeguarding_review=True)
    lesson = make_lesson(module=module)
    other = make_lesson()
    for url in (module.url, lesson.url):
        assert '<aside class="note note--sun">' in get(url)
    for url in (other.get_parent().url, other.url):
        assert '<aside class="note note--sun">' not in get(url)


# What others may show of a page


@pytest.mark.parametrize(
    ("make", "robots"),
    [
        (make_lesson, ["noimageindex, max-image-preview:none"]),
        (sensitive, ["noindex"]),
        (lambda: make_lesson(is_unlisted=True), ["noindex"]),
    ],
)
def test_what_search_engines_keep_of_a_lesson(make, robots):
    assert robots_of(get(make().url)) == robots


def test_what_waits_for_a_review_is_not_found():
    module = make_module(needs_safeguarding_review=True)
    lesson = make_lesson(module=module)
    for url in (lesson.url, module.url, f"{module.url}done/"):
        assert robots_of(get(url)) == ["noindex"]
    assert robots_of(get(make_module().url)) == []


def test_a_module_with_something_sensitive_is_not_found():
    lesson = sensitive()
    module = lesson.get_parent().specific
    for url in (module.url, f"{module.url}done/"):
        assert robots_of(get(url)) == ["noindex"]


def test_a_quiz_is_found_where_it_and_its_module_may_be():
    activity = make_activity()
    reviewed, waiting = make_module(), make_module(needs_safeguarding_review=True)
    care = sensitive().get_parent().specific
    quizzes = [make_quiz([activity], parent=one) for one in (reviewed, waiting, care)]
    assert [robots_of(get(quiz.url)) for quiz in quizzes] == [
        [],
        ["noindex"],
        ["noindex"],
    ]
    at_level(2, activity)
    purge_pages()
    assert robots_of(get(quizzes[0].url)) == ["noindex"]


def test_nothing_out_of_an_activity_travels_with_a_link():
    activity = make_activity()
    page = get(make_lesson(practice=[activity]).url)
    head = page.split("</head>")[0]
    assert "ما أفضل خطوة؟" in page
    assert "ما أفضل خطوة؟" not in head
    images = re.findall('property="og:image" content="(.*?)"', head)
    assert len(images) == 1
    assert images[0].startswith("http")
    assert images[0].endswith("img/preview.png")
    # Nor does a search engine quote it.
    assert '<div data-part-place data-nosnippet><div class="question"' in page


def test_a_link_to_a_sensitive_lesson_says_nothing():
    lesson = sensitive(summary="علامات القرب السريع")
    head = get(lesson.url).split("</head>")[0]
    assert lesson.title not in head
    assert lesson.summary not in head
    assert NOTE not in head


# The same for everybody


def test_sensitive_pages_are_stored_like_others(django_assert_num_queries):
    url = sensitive().url
    first = Client().get(url)
    with django_assert_num_queries(0):
        second = Client().get(url)
    assert first.content == second.content
    assert not first.cookies


def test_a_sensitive_lesson_costs_no_more(django_assert_max_num_queries):
    module = make_module(needs_safeguarding_review=True)
    lesson = sensitive(module=module)
    get(make_lesson().url)
    with django_assert_max_num_queries(12):
        get(lesson.url)
