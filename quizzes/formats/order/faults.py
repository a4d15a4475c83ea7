"""What to mend in an order."""

from django.utils.translation import gettext as _

from quizzes.scoring.errors import ResponseError


def fault(error: ResponseError) -> str | None:
    if error.code == "not_a_permutation":
        if error.params.get("numbers"):
            number = error.params["numbers"][0]  # type: ignore[index]
            return _("The number %(number)d is used twice. Give each step its own.") % {
                "number": number
            }
        return _("Give each step a different number.")
    if error.code == "out_of_range" and error.params["at"] == "place":
        return _("The numbers go from 1 to %(n)d: one for each step.") % {
            "n": error.params["high"]
        }
    return None
