"""What the gate says of loaded content, at the line of the file that it is about."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from literacy.findings import Finding, errors_in
from literacy.gate import ContentRefusedError, speaking
from literacy.models.pages import SENSITIVE
from literacy.services import note_shipped

from .files import ContentError, Part
from .raw import WORDS

# Where the file's word is not the field's.
FIELDS = {
    "pair_key": "pair",
    "is_unlisted": "unlisted",
    "evidence_note": "evidence",
    "evidence_effect": "evidence",
    **WORDS,
}


def note_as_loaded(*instances: Any) -> None:
    """Keep that sensitive content is as it came: reviewers outside sign it."""
    for instance in instances:
        if instance and (getattr(instance, "sensitivity", 0) or 0) >= SENSITIVE:
            note_shipped(instance=instance)


@contextmanager
def refusals_at(part: Part) -> Iterator[None]:
    """Turn a refusal to publish into one that names file and line."""
    try:
        with speaking("en"):
            yield
    except ContentRefusedError as refused:
        first = errors_in(refused.findings)[0]
        where = place_in(part, first.where)
        language = first.subject.language if first.subject else ""
        raise ContentError(where, line_of(first, language)) from refused


def line_of(finding: Finding, language: str) -> str:
    return f"{language}: {finding.text} {finding.remedy}"


def place_in(part: Part, where: str) -> Part:
    """Follow the path of a finding as far as the file has its names."""
    for name in where.split(".") if where else []:
        if name.isdigit():
            # A body is a list of one block, which the file leaves out.
            items = list(part) if part.is_list else []
            part = items[int(name)] if int(name) < len(items) else part
        else:
            part = part.nearest(FIELDS.get(name, name))
    return part
