"""Small frozen snapshots to grade, one maker per format."""

from typing import Any

Snapshot = dict[str, Any]


def make_snapshot(format: str, body: Snapshot, **changes: Any) -> Snapshot:
    common = {"schema": 1, "format": format, "veracity": "misleading"}
    return {**common, "body": body, **changes}


def make_choice(*, several: bool = False, correct: str = "a") -> Snapshot:
    """Options a, b, c, d."""
    options = [
        {"id": one, "text": one, "correct": one in correct, "why": "…"}
        for one in "abcd"
    ]
    body = {"several": several, "options": options, "question": "?", "stimulus": None}
    return make_snapshot("choice", body)


def make_confidence(veracity: str = "accurate") -> Snapshot:
    body = {"statement": "s", "source": "s", "evidence": "e", "stimulus": None}
    return make_snapshot("confidence", body, veracity=veracity)


def make_order(steps: str = "abcd", swaps: str = "") -> Snapshot:
    """One step for each letter; those in `swaps` may swap with the next."""
    made = [
        {"id": one, "text": one, "why": "…", "swaps_with_next": one in swaps}
        for one in steps
    ]
    return make_snapshot("order", {"question": "?", "steps": made})


def make_post(post: str, veracity: str, **changes: Any) -> Snapshot:
    made = {
        "id": post,
        "veracity": veracity,
        "harm": "none",
        "report_category": "",
        "feeling": "fear",
        "findings": [],
    }
    return {**made, **changes}


def make_feed(
    *posts: Snapshot, ask: str = "none", accuracy_prompt: bool = False
) -> Snapshot:
    """Posts true (accurate), rumour (misleading), trap (a scam), unless given."""
    chosen = posts or (
        make_post("true", "accurate", feeling="joy"),
        make_post("rumour", "misleading"),
        make_post("trap", "misleading", harm="scam", report_category="scam"),
    )
    body = {"ask": ask, "accuracy_prompt": accuracy_prompt, "posts": list(chosen)}
    return make_snapshot("feed", body)


def _node(key: str, stage: str, flags: list[str], pause: bool, **choices: str) -> Any:
    return {
        "key": key,
        "stage": stage,
        "messages": [{"id": f"m-{key}", "from": "l", "kind": "text", "text": "…"}],
        "flags": flags,
        "pause": pause,
        "choices": [
            {"id": one, "text": one, "next": to, "quality": "safe", "feedback": "…"}
            for one, to in choices.items()
        ],
    }


def make_chat() -> Snapshot:
    """start -ask-> push -leave-> out -tell-> helped, with shorter ways out.

    Flags secret and hurry are real, typo is not; start pauses, push does too.
    """
    flags = [
        {"id": "secret", "text": "…", "present": True, "why": "…"},
        {"id": "hurry", "text": "…", "present": True, "why": "…"},
        {"id": "typo", "text": "…", "present": False, "why": "…"},
    ]
    nodes = [
        _node("start", "contact", ["secret"], True, ask="push", go="good"),
        _node("push", "pressure", ["hurry", "secret"], True, leave="out", stay="late"),
        _node("out", "exit", [], False, tell="helped", stop="good"),
    ]
    ends = [
        {"key": "good", "type": "safe", "title": "…", "summary": "…"},
        {"key": "late", "type": "late", "title": "…", "summary": "…"},
        {"key": "helped", "type": "help", "title": "…", "summary": "…"},
    ]
    return make_snapshot(
        "chat", {"people": [], "flags": flags, "nodes": nodes, "ends": ends}
    )


def make_any() -> list[Snapshot]:
    return [
        make_choice(),
        make_choice(several=True, correct="ac"),
        make_confidence(),
        make_order(),
        make_feed(ask="feeling", accuracy_prompt=True),
        make_chat(),
        make_spotter(),
        make_inspector(),
        make_sort(),
        make_search(),
    ]


def make_spotter(
    tricks: str = "b:loaded d:urgency", optional: str = "", techniques: str = ""
) -> Snapshot:
    """Pieces a to e; `tricks` says which of them use a technique."""
    used = dict(pair.split(":") for pair in tricks.split())
    segments = [
        {
            "id": one,
            "text": one,
            "technique": used.get(one, ""),
            "required": one not in optional,
            "note": "…",
        }
        for one in "abcde"
    ]
    offered = techniques.split() or ["loaded", "urgency", "blame"]
    body = {"question": "?", "segments": segments, "techniques": offered}
    return make_snapshot("spotter", body)


def make_inspector(clues: str = "abc", **changes: Any) -> Snapshot:
    """Places a to f; needs two clues, allows one false pick, asks for a verdict."""
    spots = [
        {"id": one, "label": one, "is_clue": one in clues, "explanation": "…"}
        for one in "abcdef"
    ]
    veracity = changes.pop("veracity", "misleading" if clues else "accurate")
    body = {
        "spots": spots,
        "needed": min(2, len(clues)),
        "allowed_false": 1,
        "asks_verdict": True,
    }
    return make_snapshot("inspector", {**body, **changes}, veracity=veracity)


def make_sort(accepted: str = "a:x b:x c:y d:xy") -> Snapshot:
    """Cards a to d with the groups that are accepted; groups x, y and z."""
    cards = [
        {"id": card, "text": card, "why": "…", "accepted": list(groups)}
        for card, groups in (pair.split(":") for pair in accepted.split())
    ]
    categories = [{"id": one, "name": one} for one in "xyz"]
    body = {"question": "?", "categories": categories, "cards": cards}
    return make_snapshot("sort", body)


def _way(id_: str, kind: str, worth: int, **results: int) -> Snapshot:
    made = [
        {"id": one, "sponsored": one == "advert", "worth": worth}
        for one, worth in results.items()
    ]
    return {"id": id_, "kind": kind, "worth": worth, "results": made}


def make_search(budget: int = 4, **changes: Any) -> Snapshot:
    """Ways name (advert 0, bank 2), claim (blog 1, wiki 2), about 0, comments 1."""
    searches = [
        _way("name", "name", 2, advert=0, bank=2),
        _way("claim", "claim", 1, blog=1, wiki=2),
        _way("about", "about", 0),
        _way("comments", "comments", 1),
    ]
    body = {"budget": budget, "searches": searches}
    return make_snapshot("search", body, **changes)
