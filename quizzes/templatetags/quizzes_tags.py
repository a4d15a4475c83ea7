"""What the templates of activities look up: words, pictures, addresses."""

from dataclasses import dataclass
from typing import Any

from django import template
from django.conf import settings
from django.urls import reverse
from django.utils.translation import get_language

from literacy.pictures import Picture, thawed_picture
from quizzes import words
from quizzes.formats.blocks import FORMATS
from quizzes.models import Activity, Skill
from quizzes.previews import preview_question
from quizzes.queries import Question

register = template.Library()

FINDING_ICONS = {
    "who": "user",
    "date": "calendar",
    "coverage": "search",
    "picture": "image",
    "words": "marker",
}
# Techniques that a drawing stands for; the others have words alone.
TECHNIQUE_ICONS = {
    "loaded": "megaphone",
    "urgency": "clock",
    "clash": "bolt",
    "blame": "hand",
    "person": "user",
    "plot": "eye",
    "mask": "mask",
    "crowd": "users",
    "authority": "crown",
}

SEARCH_ICONS = {"picture": "image", "about": "info", "comments": "chat"}


@dataclass(frozen=True)
class Addresses:
    """Where the forms and links of one activity lead, in the page's language.

    A form may be answered by its own page, which goes on at #result: a next step or
    what to mend. `retry` is the activity's place in its page, `onward` the one behind;
    `next` is the same answer at its next post; `attempt` the check it belongs to.
    """

    form: str
    retry: str
    onward: str
    next: str
    attempt: str


@register.simple_tag
def addresses(item: Question) -> Addresses:
    """Look the addresses up before the activity's own language is switched on."""
    back = item.back_url or reverse("subject", kwargs={"key": item.subject_key})
    here = reverse("answer", kwargs={"uuid": item.answer.uuid}) if item.answer else ""
    attempt = ""
    if item.attempt and not item.is_practice:
        attempt = reverse("attempt", kwargs={"code": item.attempt.code})
    return Addresses(
        form=f"{reverse('answer_new')}#result",
        retry=f"{back}#activity-{item.key}",
        onward=f"{back}#after-{item.key}",
        next=f"{here}?next#result",
        attempt=attempt,
    )


@register.simple_tag
def sample_question(format_: str, value: Any) -> Question:
    """Return a format's sample as a page shows an activity; it is never saved."""
    activity = Activity(
        skill=Skill(key="sample"), veracity="misleading", body=[(format_, value)]
    )
    question = preview_question(activity, get_language() or settings.LANGUAGE_CODE)
    picture = dict(FORMATS)[format_].meta.sample_picture
    if picture:
        question.body["picture"] = picture
    return question


@register.simple_tag(name="words")
def word_list(name: str) -> list[tuple[str, Any]]:
    """Return a list of `quizzes.words` as values and labels."""
    return [(str(value), label) for value, label in getattr(words, name)]


@register.filter
def word(value: Any, name: str) -> Any:
    """Return the label of one value of a list of `quizzes.words`."""
    return dict(getattr(words, name)).get(value, "")


@register.filter
def picture(frozen: dict[str, Any] | None) -> Picture | None:
    """Return a frozen picture with the address it has today."""
    return thawed_picture(frozen)


@register.filter
def finding_icon(kind: str) -> str:
    return FINDING_ICONS.get(kind, "search")


@register.filter
def technique_icon(technique: str) -> str:
    return TECHNIQUE_ICONS.get(technique, "")


@register.filter
def search_icon(kind: str) -> str:
    return SEARCH_ICONS.get(kind, "search")


@register.simple_tag
def brick_states(number: int, total: int) -> list[str]:
    """Return the class of each brick when the one of this number is being laid."""
    return [
        "is-done" if place < number else "is-now" if place == number else ""
        for place in range(1, total + 1)
    ]
