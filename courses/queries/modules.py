"""The page of a module, and its last page."""

from typing import Any
from urllib.parse import quote

from courses.models import LessonPage, ModulePage
from courses.queries.cards import lesson_cards, module_cards
from quizzes.models import QuizPage


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


def robots_of(module: ModulePage, lesson: LessonPage | None = None) -> str:
    """Return what search engines may keep: nothing that waits for a review, nothing
    sensitive or unlisted, and of a lesson's practice no picture."""
    if lesson is None:
        return "noindex" if module.is_unindexed else ""
    is_hidden = lesson.is_sensitive or lesson.is_unlisted
    if is_hidden or module.needs_safeguarding_review:
        return "noindex"
    return "noimageindex, max-image-preview:none"
