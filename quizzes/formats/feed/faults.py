"""What to mend in a move of a feed."""

from django.utils.translation import gettext as _

from quizzes.scoring.errors import ResponseError


def fault(error: ResponseError) -> str | None:
    return {
        "unknown_decision": _("Choose what to do with this post."),
        "category_missing": _("What kind of problem is it? Choose one, then report."),
        "accuracy_missing": _("Choose how accurate you think it is, then decide."),
        "not_this_post": _("This post was already decided. Go on with the one shown."),
        "already_decided": _(
            "This post was already decided. Go on with the one shown."
        ),
    }.get(error.code)
