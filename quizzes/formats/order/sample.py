"""What the CMS shows of an order before an editor takes it."""

from django.utils.translation import gettext as _

from quizzes.formats.samples import Json, items


def sample() -> Json:
    texts = [_("Pause"), _("Name the feeling"), _("Look for the source"), _("Decide")]
    why = _("Each step makes room for the next one.")
    return {
        "question": _("In which order do we do it?"),
        "steps": items(
            *({"text": text, "why": why, "swaps_with_next": False} for text in texts)
        ),
    }
