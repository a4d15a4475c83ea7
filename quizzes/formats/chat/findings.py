"""What is wrong with a chat as it would be published."""

from collections.abc import Iterator, Mapping

from django.utils.translation import gettext as _

from literacy.findings import Finding, error
from literacy.models.pages import SENSITIVE
from quizzes.models import Activity

SAFE_STAGES = ("exit", "help")
SAFE_ENDS = ("safe", "late", "help")


def findings(activity: Activity) -> Iterator[Finding]:
    """Yield the scenes of a sensitive chat that leave the learner no way out."""
    if (activity.sensitivity or 0) < SENSITIVE:
        return
    chat = activity.body[0].value
    stages = {node["key"]: node["stage"] for node in chat["nodes"]}
    ends = {end["key"]: end["type"] for end in chat["ends"]}
    for number, node in enumerate(chat["nodes"]):
        if not any(leads_out(one["next"], stages, ends) for one in node["choices"]):
            yield error(
                "no_way_out",
                _("In “%(scene)s” no reply leads out of a sensitive chat.")
                % {"scene": node["key"]},
                _("Let one reply lead to a way out, to help, or to a safe end."),
                f"body.0.nodes.{number}.choices",
            )


def leads_out(
    following: str, stages: Mapping[str, str], ends: Mapping[str, str]
) -> bool:
    return stages.get(following) in SAFE_STAGES or ends.get(following) in SAFE_ENDS
