"""Asks an editor once more: the first press shows remarks, the second goes on."""

from django.http import HttpRequest

from .findings import Finding, seal

# Which remarks somebody has seen, by what they are about, until it is done.
SEEN = "seen_warnings"


def has_seen(request: HttpRequest, about: str, findings: list[Finding]) -> bool:
    """Return whether these findings were shown before; if not, note that they are."""
    seen = dict(request.session.get(SEEN, {}))
    known = not findings or seen.pop(about, "") == seal(findings)
    request.session[SEEN] = seen if known else {**seen, about: seal(findings)}
    return known
