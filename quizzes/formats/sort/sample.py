"""What the CMS shows of a sort before an editor takes it."""

from django.utils.translation import gettext as _

from quizzes.formats.samples import Json, items


def sample() -> Json:
    cards = [
        (_("A pipe burst at five o’clock."), 1, _("It says what happened.")),
        (_("A bus broke down on the bridge."), 1, _("It says what happened.")),
        (_("It is always the newcomers."), 2, _("It says who they are.")),
        (_("Everything went wrong since they came."), 2, _("It blames all of them.")),
    ]
    return {
        "question": _("Where does each sentence belong?"),
        "categories": items({"name": _("A cause")}, {"name": _("Blame on a group")}),
        "cards": items(
            *(
                {"text": text, "category": number, "also": None, "why": why}
                for text, number, why in cards
            )
        ),
    }
