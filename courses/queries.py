"""What one screen shows of modules, lessons and progress."""

from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from django.utils.translation import gettext as _
from wagtail.query import PageQuerySet

from literacy.models import HomePage, Learner, SiteImage
from literacy.pictures import Picture
from quizzes.freezing import draft_versions
from quizzes.models import QuizPage
from quizzes.queries import Question, current_versions, question_of

from .models import LessonPage, LessonProgress, ModuleIndexPage, ModulePage
from .services import scene_picture

# Colours of a wall's tiles, in the order in which the lessons stand.
PALETTES = (1, 5, 3, 2, 6, 7, 4, 11, 12)


@dataclass(frozen=True)
class ModuleCard:
    """A module in a list; `key` is the same in every language."""

    key: str
    title: str
    promise: str
    url: str
    is_open: bool
    artwork: str
    lesson_count: int
    minutes: int
    is_first: bool


@dataclass(frozen=True)
class LessonCard:
    """A lesson in a list; `number` counts from 1 within its module."""

    key: str
    number: int
    title: str
    summary: str
    url: str
    minutes: int
    tile: str
    palette: int
    is_sensitive: bool


@dataclass(frozen=True)
class Step:
    """One step of a lesson as the page shows it."""

    id: str
    kind: str
    number: int
    total: int
    value: Any
    item: Question | None
    picture: Picture | None

    @property
    def anchor(self) -> str:
        return f"step-{self.number}"


def modules_below(index: ModuleIndexPage) -> list[ModulePage]:
    """Return the modules of a list, in the order in which they are learnt."""
    modules = ModulePage.objects.child_of(index).live().order_by("path")
    return list(modules.defer_streamfields())


def listed(lessons: PageQuerySet[LessonPage]) -> PageQuerySet[LessonPage]:
    """Keep what lists show: an unlisted lesson is for whoever has its address."""
    return lessons.live().filter(is_unlisted=False)


def lessons_below(index: ModuleIndexPage) -> dict[str, list[LessonPage]]:
    """Return all lessons of a list by their module's path, in one query."""
    lessons = listed(LessonPage.objects.descendant_of(index)).order_by("path")
    found: dict[str, list[LessonPage]] = {}
    for lesson in lessons:
        found.setdefault(lesson.path[: -LessonPage.steplen], []).append(lesson)
    return found


def module_cards(index: ModuleIndexPage) -> list[ModuleCard]:
    """Return the modules under the index, in two queries."""
    return cards_of(modules_below(index), lessons_below(index))


def cards_of(
    modules: list[ModulePage], lessons: dict[str, list[LessonPage]]
) -> list[ModuleCard]:
    """Return each module with how many lessons and minutes it has."""
    return [
        ModuleCard(
            key=str(module.translation_key),
            title=module.title,
            promise=module.promise,
            url=module.url,
            is_open=module.is_open,
            artwork=module.artwork,
            lesson_count=len(lessons.get(module.path, [])),
            minutes=sum(one.minutes for one in lessons.get(module.path, [])),
            is_first=number == 0,
        )
        for number, module in enumerate(modules)
    ]


def home_modules(index: ModuleIndexPage, home: HomePage) -> dict[str, Any]:
    """Return the modules as the home page shows them."""
    cards = module_cards(index)
    return {
        "title": home.modules_title,
        "index_url": index.url,
        "modules": cards,
        "start_url": next((card.url for card in cards if card.is_open), ""),
    }


def lesson_cards(module: ModulePage) -> list[LessonCard]:
    """Return the lessons of a module, in one query."""
    lessons = listed(LessonPage.objects.child_of(module))
    return [
        LessonCard(
            key=str(lesson.translation_key),
            number=number,
            title=lesson.title,
            summary=lesson.summary,
            url=lesson.url,
            minutes=lesson.minutes,
            tile=lesson.tile,
            palette=PALETTES[number % len(PALETTES)],
            is_sensitive=lesson.is_sensitive,
        )
        for number, lesson in enumerate(
            lessons.defer_streamfields().order_by("path"), start=1
        )
    ]


def module_screen(module: ModulePage) -> dict[str, Any]:
    """Return what the page of a module shows."""
    lessons = lesson_cards(module)
    return {
        "robots": robots_of(module),
        "needs_review": module.needs_safeguarding_review,
        "artwork": module.artwork,
        "is_open": module.is_open,
        "outcomes": [line.value for line in module.outcomes],
        "lessons": lessons,
        "lesson_count": len(lessons),
        "minutes": sum(lesson.minutes for lesson in lessons),
        "start_url": lessons[0].url if lessons else "",
        "end_url": end_url(module),
        "quizzes": [quiz_card(quiz) for quiz in quizzes_below(module)],
    }


def quizzes_below(module: ModulePage) -> list[QuizPage]:
    """Return what a module asks before and after its lessons."""
    quizzes = QuizPage.objects.child_of(module).live().order_by("path")
    return list(quizzes.defer_streamfields())


def quiz_card(quiz: QuizPage) -> dict[str, Any]:
    return {"title": quiz.title, "intro": quiz.intro, "url": quiz.url}


def end_url(module: ModulePage) -> str:
    """Return the address of a module's last page."""
    return f"{module.url}{module.reverse_subpage('done')}"


def module_end_screen(module: ModulePage) -> dict[str, Any]:
    """Return what the last page of a module shows."""
    cards = module_cards(module.get_parent().specific)
    keys = [card.key for card in cards]
    later = cards[keys.index(str(module.translation_key)) + 1 :]
    is_open = [card for card in later if card.is_open]
    text, url = module.share_text, module.full_url
    message = quote(f"{text} {url}")
    return {
        "robots": robots_of(module),
        "now_you_can": [line.value for line in module.now_you_can],
        "next_module": next(iter(is_open or later), None),
        "lessons": lesson_cards(module),
        "share": {
            "text": text,
            "url": url,
            "whatsapp_url": f"https://wa.me/?text={message}",
            "telegram_url": f"https://t.me/share/url?url={quote(url)}&text={quote(text)}",
        },
    }


def lesson_screen(lesson: LessonPage, *, is_preview: bool = False) -> dict[str, Any]:
    """Return what the page of a lesson shows, the same for every visitor.

    An editor's preview shows activities that are not published yet as well.
    """
    module = ModulePage.objects.get(path=lesson.path[: -LessonPage.steplen])
    cards = lesson_cards(module)
    key = str(lesson.translation_key)
    # An unlisted lesson has no place: the first one follows it.
    here = next((number for number, card in enumerate(cards) if card.key == key), -1)
    following = cards[here + 1] if here + 1 < len(cards) else None
    return {
        "robots": robots_of(module, lesson),
        "care": lesson_care(lesson, following.url if following else end_url(module)),
        "needs_review": module.needs_safeguarding_review,
        "module": {"title": module.title, "url": module.url},
        "lesson_key": key,
        "number": here + 1,
        "lesson_count": len(cards),
        "next_lesson": following,
        "end_url": end_url(module),
        "steps": lesson_steps(lesson, is_preview=is_preview),
    }


def lesson_care(lesson: LessonPage, onward: str) -> dict[str, str] | None:
    """Return what stands before a sensitive lesson: a note, and the way past it.

    Who skips it loses nothing: every other lesson and the module's last page are
    open to everybody.
    """
    if not lesson.is_sensitive:
        return None
    note = lesson.content_note or _(
        "This lesson may touch something painful. Nothing is lost by skipping it, and "
        "one can leave at any time."
    )
    return {"note": note, "skip": _("Skip this lesson"), "skip_url": onward}


def robots_of(module: ModulePage, lesson: LessonPage | None = None) -> str:
    """Return what search engines may keep: nothing that waits for a review, nothing
    sensitive or unlisted, and of a lesson's practice no picture."""
    if lesson is None:
        return "noindex" if module.is_unindexed else ""
    is_hidden = lesson.is_sensitive or lesson.is_unlisted
    if is_hidden or module.needs_safeguarding_review:
        return "noindex"
    return "noimageindex, max-image-preview:none"


def lesson_steps(lesson: LessonPage, *, is_preview: bool = False) -> list[Step]:
    """Return the steps with their activities' versions and pictures, in two queries.

    The steps' values are raw: a chooser would ask for each of its objects.
    """
    asked = {
        step_id: pks[0]
        for step_id, pks in lesson.step_activities("predict", "practice").items()
    }
    versions = current_versions(asked.values())
    if is_preview:
        missing = [pk for pk in asked.values() if pk not in versions]
        versions |= draft_versions(ids=missing)
    pictures = lesson.picture_ids()
    images = SiteImage.objects.in_bulk(pictures.values())
    raw_steps = list(lesson.steps.raw_data)
    return [
        Step(
            id=step["id"],
            kind=step["type"],
            number=number,
            total=len(raw_steps),
            value=step["value"],
            item=question_of(
                versions[asked[step["id"]]],
                subject_key=str(lesson.translation_key),
            )
            if step["id"] in asked
            else None,
            picture=scene_picture(images.get(pictures.get(step["id"], 0)), lesson),
        )
        for number, step in enumerate(raw_steps, start=1)
        # A step whose activity was taken away is left out.
        if step["type"] not in ("predict", "practice")
        or asked.get(step["id"]) in versions
    ]


@dataclass(frozen=True)
class LessonState:
    """A lesson and how far the learner is in it."""

    key: str
    title: str
    url: str
    steps: int
    step: int
    is_done: bool
    is_sensitive: bool = False


@dataclass(frozen=True)
class ModuleState:
    """A module and how many of its lessons are done."""

    card: ModuleCard
    lessons: list[LessonState]

    @property
    def done(self) -> int:
        return sum(1 for lesson in self.lessons if lesson.is_done)

    @property
    def total(self) -> int:
        return len(self.lessons)

    @property
    def fraction(self) -> float:
        return self.done / self.total if self.total else 0.0


def progress_rows(learner: Learner | None) -> dict[str, LessonProgress]:
    """Return the learner's progress by lesson key."""
    if learner is None:
        return {}
    return {str(row.lesson_key): row for row in learner.lesson_progress.all()}


def progress_screen(learner: Learner | None, language: str) -> dict[str, Any]:
    """Return what “My progress” shows, in as many queries for 3 lessons as for 300."""
    rows = progress_rows(learner)
    modules = module_states(rows, language)
    lessons = [
        lesson for module in modules if module.card.is_open for lesson in module.lessons
    ]
    return {
        "known": learner is not None,
        "modules": modules,
        "lessons_done": sum(1 for lesson in lessons if lesson.is_done),
        "lessons_total": len(lessons),
        "next_lesson": next_lesson(lessons),
    }


def module_states(rows: dict[str, LessonProgress], language: str) -> list[ModuleState]:
    """Return all modules of a language, coming ones too, with their lessons' states."""
    index = ModuleIndexPage.objects.live().filter(locale__language_code=language)
    found = index.first()
    if found is None:
        return []
    modules = modules_below(found)
    lessons = lessons_below(found)
    return [
        ModuleState(
            card=card,
            lessons=[lesson_state(lesson, rows) for lesson in lessons.get(path, [])],
        )
        for path, card in zip(
            [module.path for module in modules], cards_of(modules, lessons), strict=True
        )
    ]


def lesson_state(lesson: LessonPage, rows: dict[str, LessonProgress]) -> LessonState:
    row = rows.get(str(lesson.translation_key))
    return LessonState(
        key=str(lesson.translation_key),
        title=lesson.title,
        url=lesson.url,
        steps=len(lesson.steps.raw_data),
        step=row.steps_done if row else 0,
        is_done=bool(row and row.is_done),
        is_sensitive=lesson.is_sensitive,
    )


def next_lesson(lessons: list[LessonState]) -> LessonState | None:
    """Return the begun lesson nearest its end, else the first that is not done.

    Sensitive ones come last: whoever skipped one is not asked again and again.
    """
    open_ones = [lesson for lesson in lessons if not lesson.is_done]
    return max(
        open_ones, key=lambda one: (one.step, not one.is_sensitive), default=None
    )


def my_lessons(learner: Learner | None) -> dict[str, Any]:
    """Return the learner's lessons for the scripts of public pages, in one query."""
    rows = progress_rows(learner)
    return {
        key: {
            "done": row.is_done,
            "step": row.step_id or None,
            "steps_done": row.steps_done,
        }
        for key, row in rows.items()
    }
