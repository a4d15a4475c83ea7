"""What an editor's preview shows of an activity: its form, or an answer to it.

Nothing here is ever saved.
"""

from typing import Any
from uuid import uuid4

from django.template.loader import render_to_string
from django.utils.translation import get_language_info
from django.utils.translation import gettext_lazy as _

from literacy.content_rules import field_faults
from quizzes.faults import fault_text
from quizzes.models import Activity, ActivityVersion, Answer
from quizzes.queries import Question
from quizzes.scoring import chat, feed, inspector, search
from quizzes.scoring.errors import ResponseError, SnapshotError
from quizzes.scoring.posts import WORTH, kind_of
from quizzes.scoring.responses.spotter import asks_names
from quizzes.services import freeze

Json = dict[str, Any]
Modes = list[tuple[str, Any]]
# Replies in the order in which a careful person would choose them.
CAREFUL = ("safe", "unsure", "risky")
# What is seen on the way, of formats that are answered move by move.
ON_THE_WAY: dict[str, Modes] = {
    "feed": [("checked", _("After a check")), ("decided", _("After a decision"))],
    "chat": [("pause", _("At a pause"))],
    "search": [("verdict", _("Before the verdict"))],
}


def preview_modes(activity: Activity) -> Modes:
    """Return the states that a preview can show, with their names."""
    format_ = activity.body[0].block_type if activity.body else ""
    return [
        ("question", _("Before the answer")),
        *ON_THE_WAY.get(format_, []),
        ("right", _("After a right answer")),
        ("not_quite", _("After another answer")),
        ("fault", _("With something to mend")),
    ]


def preview_context(activity: Activity, mode_name: str) -> dict[str, Any]:
    """Return the variables of `quizzes/preview.html`.

    A draft that cannot be answered yet shows its form; of one that cannot even be
    shown it says what is missing; one without a format shows nothing.
    """
    language = activity.locale.language_code
    info = get_language_info(language)
    shown, missing = "", []
    try:
        if activity.body:
            shown = rendered(preview_question(activity, language), mode_name)
    except Exception:
        # Anything may be missing in a draft. What has no fault must be shown.
        missing = [one.text for one in field_faults(activity) if one.field == "body"]
        if not missing:
            raise
    return {
        "language": language,
        "direction": "rtl" if info["bidi"] else "ltr",
        "shown": shown,
        "missing": missing,
    }


def rendered(item: Question, mode_name: str) -> str:
    """Return the activity in this state, as a page shows it."""
    context = {"item": in_state(item, mode_name), "level": 2}
    return render_to_string("quizzes/includes/activity.html", context)


def preview_question(activity: Activity, language: str) -> Question:
    """Return the activity as it would be frozen now."""
    version = ActivityVersion(
        activity_key=activity.translation_key,
        language=language,
        number=1,
        content=freeze(activity),
    )
    return Question(version=version, subject_key=str(activity.translation_key))


def in_state(item: Question, mode_name: str) -> Question:
    """Return the question in a state; as it was if it cannot come to that."""
    try:
        match mode_name:
            case "right" | "not_quite":
                response = example_response(item.content, mode_name == "right")
                done = with_answer(item, response, is_finished=True)
                return done if done.mark else item
            case "fault":
                return item.with_fault(fault_text(ResponseError("nothing_chosen")), {})
            case "checked" | "decided" | "pause" | "verdict":
                moves = moves_before(item.content, mode_name)
                return with_answer(item, {"moves": moves}, is_finished=False)
    except (ResponseError, SnapshotError, LookupError, TypeError, ValueError):
        # A draft in which something is still missing.
        pass
    return item


def with_answer(item: Question, response: Json, *, is_finished: bool) -> Question:
    """Return the question with an answer to it; of a feed, at its end or last post."""
    answer = Answer(
        uuid=uuid4(), version=item.version, response=response, is_finished=is_finished
    )
    return Question(
        version=item.version,
        subject_key=item.subject_key,
        answer=answer,
        shows_next=is_finished,
    )


def moves_before(content: Json, mode_name: str) -> list[Json]:
    """Return the moves that lead to a state on the way."""
    if mode_name == "verdict":
        return search_moves(content, True)[:-1]
    if mode_name == "pause":
        return moves_to_pause(content)
    first = content["body"]["posts"][0]["id"]
    move = {"checked": "check", "decided": "share"}[mode_name]
    return feed.advance(content, [], {"post": first, "move": move})


def moves_to_pause(content: Json) -> list[Json]:
    """Follow the careful replies to the first pause; stay where there is none."""
    moves: list[Json] = []
    for choice in path_to_end(content["body"], CAREFUL):
        if chat.state(content, moves).asks_for_flags:
            return moves
        moves = chat.advance(content, moves, {"choice": choice})
    return []


def example_response(content: Json, is_right: bool) -> Json:
    """Return a right response to a frozen activity, or one that is not."""
    body = content["body"]
    match content["format"]:
        case "choice":
            picked = [
                one["id"] for one in body["options"] if one["correct"] == is_right
            ]
            return {"options": picked if body["several"] else picked[:1]}
        case "confidence":
            return {"step": 5 if (content["veracity"] == "accurate") == is_right else 1}
        case "order":
            steps = [step["id"] for step in body["steps"]]
            return {"steps": steps if is_right else steps[::-1]}
        case "spotter":
            return spotter_response(body, is_right)
        case "inspector":
            return inspector_response(content, is_right)
        case "feed":
            return {"moves": feed_moves(content, is_right)}
        case "sort":
            return {"cards": sorted_cards(body, is_right)}
        case "search":
            return {"moves": search_moves(content, is_right)}
    return {"moves": chat_moves(content, is_right)}


def sorted_cards(body: Json, is_right: bool) -> dict[str, str]:
    """Put every card where it belongs, or elsewhere if there is such a place."""
    names = [one["id"] for one in body["categories"]]
    return {
        # False comes before True.
        card["id"]: sorted(names, key=lambda n: (n in card["accepted"]) != is_right)[0]
        for card in body["cards"]
    }


def search_moves(content: Json, is_right: bool) -> list[Json]:
    """Find the best evidence and decide by it, or look around and trust the page."""
    body = content["body"]
    verdict, wrong = "not", "trust"
    if content["veracity"] == "accurate":
        verdict, wrong = wrong, verdict
    decide: Json = {"do": "decide", "verdict": wrong, "evidence": None}
    if not is_right:
        stay = [way for way in body["searches"] if not way["results"]]
        moves = [{"do": "search", "id": way["id"]} for way in stay[:1]]
    else:
        pairs = [(way, one) for way in body["searches"] for one in way["results"]]
        way, best = sorted(pairs, key=lambda pair: pair[1]["worth"])[-1]
        moves = [{"do": "search", "id": way["id"]}, {"do": "open", "id": best["id"]}]
        decide |= {"verdict": verdict, "evidence": best["id"]}
    made: list[Json] = []
    for move in [*moves, decide]:
        made = search.advance(content, made, move)
    return made


def spotter_response(body: Json, is_right: bool) -> Json:
    """Mark and name what has to be marked, or only a piece that is neutral."""
    marks = {
        one["id"]: one["technique"]
        for one in body["segments"]
        if one["technique"] and one["required"]
    }
    if not is_right:
        neutral = [one["id"] for one in body["segments"] if not one["technique"]]
        marks = dict.fromkeys(neutral[:1], body["techniques"][0])
    if not asks_names(body):
        marks = dict.fromkeys(marks)
    return {"marks": marks, "nothing": not marks}


def inspector_response(content: Json, is_right: bool) -> Json:
    """Pick the clues and judge rightly, or neither."""
    body = content["body"]
    truth = inspector.truth_of(content)
    verdict = truth if is_right else "not" if truth == "fits" else "fits"
    spots = [one["id"] for one in body["spots"] if one["is_clue"] == is_right]
    return {"spots": spots, "verdict": verdict if body["asks_verdict"] else None}


def feed_moves(content: Json, is_right: bool) -> list[Json]:
    """Check every post and decide best, or share them all."""
    moves: list[Json] = []
    for post in content["body"]["posts"]:
        decision = "share"
        if is_right:
            moves = feed.advance(content, moves, {"post": post["id"], "move": "check"})
            worth = WORTH[kind_of(post)]
            decision = max(("share", "skip", "report"), key=lambda one: worth[one])
        move = {"post": post["id"], "move": decision}
        if decision == "report":
            move["category"] = post["report_category"] or "false"
        moves = feed.advance(content, moves, move)
    return moves


def chat_moves(content: Json, is_right: bool) -> list[Json]:
    """Follow the careful replies to an end and notice every sign, or the others."""
    body = content["body"]
    wanted = CAREFUL if is_right else CAREFUL[::-1]
    signs = [sign["id"] for sign in body["flags"] if sign["present"] == is_right]
    moves: list[Json] = []
    for choice in path_to_end(body, wanted):
        moves = chat.advance(content, moves, {"choice": choice, "flags": signs})
    return moves


def path_to_end(body: Json, wanted: tuple[str, ...]) -> list[str]:
    """Return the replies from the first scene to an end, the wanted kind first."""
    nodes = {node["key"]: node for node in body["nodes"]}
    ends = {end["key"] for end in body["ends"]}
    seen: set[str] = set()

    def walk(key: str) -> list[str] | None:
        if key in ends:
            return []
        if key in seen:
            return None
        seen.add(key)
        replies = sorted(
            nodes[key]["choices"], key=lambda reply: wanted.index(reply["quality"])
        )
        for reply in replies:
            rest = walk(reply["next"])
            if rest is not None:
                return [reply["id"], *rest]
        return None

    return walk(body["nodes"][0]["key"]) or []
