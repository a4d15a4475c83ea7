"""What the templates of lessons look up."""

from typing import Any

from django import template

from quizzes.formats.blocks import FORMATS
from quizzes.templatetags.quizzes_tags import sample_question

register = template.Library()


@register.simple_tag
def with_sample(step: dict[str, Any], has_activity: bool) -> dict[str, Any]:
    """Return a step with an activity to show, where its kind has one."""
    if not has_activity:
        return {**step, "item": None}
    sample = dict(FORMATS)["choice"].get_preview_value()
    return {**step, "item": sample_question("choice", sample)}
