"""What the CMS shows of a choice before an editor takes it."""

from django.utils.translation import gettext as _

from quizzes.formats.samples import Json, items, stimulus


def sample() -> Json:
    return {
        "stimulus": stimulus(),
        "question": _("What is the best next step?"),
        "several": False,
        "options": items(
            {
                "text": _("Look for the notice on the town’s own page"),
                "correct": True,
                "why": _("Whoever closes a bridge also says when and for how long."),
            },
            {
                "text": _("Send it to the family group at once"),
                "correct": False,
                "why": _(
                    "It is kindly meant, but nobody knows yet whether it is true."
                ),
            },
        ),
    }
