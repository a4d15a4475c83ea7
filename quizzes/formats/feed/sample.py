"""What the CMS shows of a feed before an editor takes it."""

from typing import Any

from django.utils.translation import gettext as _

from quizzes.formats.samples import Json, items


def post(**changes: Any) -> Json:
    finding = {
        "kind": "who",
        "title": _("A page that is one week old"),
        "text": _("Nobody says who writes there."),
    }
    return {
        "author": _("News of Dhifaf"),
        "handle": "news-dhifaf",
        "avatar": "bubble",
        "verified": False,
        "age": _("9 minutes ago"),
        "text": _("The old bridge closes tomorrow! Share before it is deleted!"),
        "likes": 4200,
        "shares": 310,
        "veracity": "misleading",
        "harm": "none",
        "report_category": "",
        "feeling": "fear",
        "findings": items(finding),
        "why": _("It hurries us and names no source."),
        "fair_version": _("A fair post says who closes the bridge, when and why."),
        "next_time": _("When a post hurries us, we take our time."),
        "picture": None,
        "alt": "",
        **changes,
    }


def sample() -> Json:
    return {
        "intro": _("Posts come one after the other. What do we do with each?"),
        "ask": "none",
        "accuracy_prompt": False,
        "posts": items(
            post(),
            post(
                author=_("Library of Dhifaf"),
                handle="library-dhifaf",
                avatar="leaf",
                text=_("The library is open until eight this week."),
                veracity="accurate",
                feeling="none",
            ),
        ),
    }
