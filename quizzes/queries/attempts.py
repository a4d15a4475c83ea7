"""The screen of a check or a quiz: one question after the other, then how it went."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext, pgettext
from wagtail.models import Page

from quizzes.formats.question import Question
from quizzes.formats.registry import question_of
from quizzes.models import Attempt, QuizPage

from .versions import newest_versions


@dataclass(frozen=True)
class Ending:
    """What a quiz says at its end: the band that was reached, and its last words."""

    title: str
    text: str
    end_text: str


def quiz_screen(quiz: QuizPage) -> dict[str, Any]:
    """Return what the page of a quiz shows, the same for every visitor."""
    above = quiz.get_parent().specific
    is_unindexed = quiz.is_sensitive or getattr(above, "is_unindexed", False)
    return {
        "robots": "noindex" if is_unindexed else "",
        "subject": str(quiz.translation_key),
        "count": len(quiz.chosen("activities")) or quiz.count,
        "shows_answers": quiz.shows_answers,
        "care": quiz_care(above) if quiz.is_sensitive else None,
    }


def quiz_care(above: Page) -> dict[str, str]:
    """Return what stands before a sensitive quiz: a note, and the way past it."""
    return {
        "note": gettext(
            "Some of these questions may touch something painful. Nothing is lost by "
            "skipping them, and one can leave at any time."
        ),
        "skip": gettext("Skip these questions"),
        "skip_url": above.url,
    }


def attempt_screen(attempt: Attempt, language: str) -> dict[str, Any]:
    """Return the first unanswered question of a set, or how it went.

    Then `total` counts the answers with a verdict alone, as `right` does.
    """
    questions = attempt_questions(attempt, language)
    question = next((one for one in questions if not one.is_answered), None)
    outcomes = [one.mark.outcome for one in questions if one.mark]
    right, judged = outcomes.count("right"), len(outcomes) - outcomes.count("done")
    ending = None
    if attempt.kind == Attempt.QUIZ and question is None:
        ending = quiz_ending(attempt, language, right, judged)
    return {
        "attempt": attempt,
        "title": attempt_title(attempt, language),
        "questions": questions,
        "question": question,
        "number": questions.index(question) + 1 if question else len(questions),
        "total": len(questions) if question else judged,
        "right": right,
        "ending": ending,
    }


def attempt_title(attempt: Attempt, language: str) -> str:
    """Return the quiz's own title; a check stands in its lesson and has none."""
    if attempt.kind != Attempt.QUIZ:
        return pgettext("four questions", "Check")
    quiz = QuizPage.objects.filter(
        translation_key=attempt.subject_key, locale__language_code=language
    )
    return quiz.values_list("title", flat=True).first() or gettext("Questions")


def quiz_ending(
    attempt: Attempt, language: str, right: int, total: int
) -> Ending | None:
    """Return the last words of a quiz, with the highest band that was reached.

    A band tells how many were right: where that stays hidden there is none.
    """
    quiz = QuizPage.objects.filter(
        translation_key=attempt.subject_key, locale__language_code=language
    ).first()
    if quiz is None:
        return None
    is_told = attempt.shows_answers and total > 0
    reached = [
        band.value
        for band in quiz.bands
        if is_told and right * 100 >= band.value["from_percent"] * total
    ]
    best = max(reached, key=lambda band: int(band["from_percent"]), default=None)
    return Ending(
        title=best["title"] if best else "",
        text=best["text"] if best else "",
        end_text=quiz.end_text,
    )


def attempt_questions(attempt: Attempt, language: str) -> list[Question]:
    """Return the questions of a check in order, answered or not, in three queries.

    A question shows in the visitor's language where it exists there, also when
    the check was begun in another one.
    """
    answers = {
        str(answer.activity_key): answer
        for answer in attempt.answers.select_related("version")
    }
    versions = newest_versions(attempt.activities, language)
    return [
        question_of(
            answers[key].version if key in answers else versions[key],
            subject_key=str(attempt.subject_key),
            attempt=attempt,
            answer=answers.get(key),
        )
        for key in attempt.activities
        if key in answers or key in versions
    ]
