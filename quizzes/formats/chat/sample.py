"""What the CMS shows of a chat before an editor takes it."""

from django.utils.translation import gettext as _

from quizzes.formats.samples import Json, items


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


def sample() -> Json:
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
