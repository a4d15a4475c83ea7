"""What the CMS shows of a search before an editor chooses it. Invented."""

from typing import Any

from django.utils.translation import gettext as _

from quizzes.formats.samples import Json, items


def result(**changes: Any) -> Json:
    return {
        "title": _("A bank warns of an invented institute"),
        "address": "daffa-news.example/bank",
        "snippet": _("The bank has never worked with it."),
        "date": "",
        "sponsored": False,
        "kind": "news",
        "worth": 2,
        "text": _("The bank’s speaker says that the name is used without leave."),
        **changes,
    }


def way(kind: str, label: str, *first: Json, **changes: Any) -> Json:
    """Return a way on; a search has what is `first` and a newspaper below it."""
    results = items(*first, result()) if first else []
    for one in results:
        one["id"] = f"{kind}-{one['id']}"
    fields = {"kind": kind, "label": label, "worth": 2, "text": "", "results": results}
    return {**fields, **changes}


def sample() -> Json:
    copy = result(
        title=_("The institute: our offer"),
        address="springs-health.example/offer",
        snippet=_("Rely on us."),
        sponsored=True,
        kind="copycat",
        worth=0,
        text=_("The same words as on the page itself."),
    )
    about = _("The page praises itself. Nobody else is named.")
    return {
        "intro": _("Somebody sends us the page of an institute. Can we rely on it?"),
        "page": {
            "title": _("Springs Health Institute"),
            "address": "springs-health.example",
            "text": _("Our experts advise you. A well-known bank works with us."),
            "picture": None,
            "alt": "",
        },
        "budget": 4,
        "searches": items(
            way("name", _("Search for the institute’s name"), copy),
            way("claim", _("Search for the bank’s part in it"), copy),
            way("about", _("Read “About us”"), worth=0, text=about),
        ),
        "expert": items(
            _("Leave the page at once"),
            _("Search for its name"),
            _("Read what a newspaper says"),
        ),
    }
