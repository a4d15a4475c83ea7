"""What the CMS shows of each format before an editor chooses it.

Invented and harmless. The words are looked up when asked, in the editor's language.
"""

from typing import Any

from django.utils.translation import gettext as _

Json = dict[str, Any]


def items(*values: Any) -> list[Json]:
    """Return the values as a list keeps them, with ids for the form's fields."""
    return [
        {"type": "item", "id": f"sample-{number}", "value": value}
        for number, value in enumerate(values, start=1)
    ]


def stimulus() -> list[Json]:
    return items(
        {
            "kind": "post",
            "author": _("News of Dhifaf"),
            "detail": _("9 minutes ago"),
            "text": _("The old bridge closes tomorrow! Share before it is deleted!"),
            "picture": None,
            "alt": "",
        }
    )


def choice() -> Json:
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


def confidence() -> Json:
    return {
        "stimulus": stimulus(),
        "statement": _("The old bridge is closed tomorrow."),
        "source": _("News of Dhifaf, an unknown page"),
        "evidence": _("The town’s page says nothing about it."),
    }


def order() -> Json:
    texts = [_("Pause"), _("Name the feeling"), _("Look for the source"), _("Decide")]
    why = _("Each step makes room for the next one.")
    return {
        "question": _("In which order do we do it?"),
        "steps": items(
            *({"text": text, "why": why, "swaps_with_next": False} for text in texts)
        ),
    }


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


def feed() -> Json:
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


def reply(text: str, quality: str) -> Json:
    feedback = _("A kind question keeps the talk open.")
    return {"text": text, "next": "end", "quality": quality, "feedback": feedback}


def scene() -> Json:
    text = _("They say the bridge closes tomorrow. Tell everyone!")
    return {
        "key": "start",
        "stage": "neutral",
        "messages": items({"sender": "aunt", "kind": "text", "text": text}),
        "flags": [],
        "pause": False,
        "choices": items(
            reply(_("Thank you! Where did you read it?"), "safe"),
            reply(_("I am sending it on."), "risky"),
        ),
    }


def chat() -> Json:
    end = {
        "key": "end",
        "type": "safe",
        "title": _("We asked first"),
        "summary": _("Nobody was hurried, and nobody was blamed."),
    }
    person = {"key": "aunt", "name": _("Aunt Salma"), "role": "", "avatar": "sun"}
    return {
        "intro": _("A message in the family group."),
        "name": _("Our family"),
        "people": items(person),
        "flags": [],
        "nodes": items(scene()),
        "ends": items(end),
        "say": items(_("Where did you read it?")),
    }


def sort() -> Json:
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
