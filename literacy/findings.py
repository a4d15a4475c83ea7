"""What the gate says of content: plain data, in the language of whoever reads."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

ERROR: Literal["error"] = "error"
WARNING: Literal["warning"] = "warning"


@dataclass(frozen=True)
class Subject:
    """The page or activity that a finding is about, and where it is mended."""

    title: str
    kind: str
    language: str
    url: str


@dataclass(frozen=True)
class Finding:
    """What is wrong, and what to do about it.

    Errors stop publishing, warnings ask. `where` is a field's name, or the path to
    a place within it, such as "steps.2.text".
    """

    severity: Literal["error", "warning"]
    code: str
    text: str
    remedy: str
    where: str = ""
    subject: Subject | None = None

    @property
    def is_error(self) -> bool:
        return self.severity == ERROR

    @property
    def field(self) -> str:
        return self.where.partition(".")[0]


def error(code: str, text: str, remedy: str, where: str = "") -> Finding:
    return Finding(ERROR, code, text, remedy, where)


def warning(code: str, text: str, remedy: str, where: str = "") -> Finding:
    return Finding(WARNING, code, text, remedy, where)


def errors_in(findings: Iterable[Finding]) -> list[Finding]:
    return [finding for finding in findings if finding.is_error]


def errors_first(findings: Iterable[Finding]) -> list[Finding]:
    """Return the findings in their order, errors before warnings."""
    return sorted(findings, key=lambda finding: not finding.is_error)


def seal(findings: Iterable[Finding]) -> str:
    """Return a word for exactly these findings: whoever sends it has seen them."""
    plain = "\n".join(sorted(f"{one.code} {one.where} {one.text}" for one in findings))
    return hashlib.sha256(plain.encode()).hexdigest()[:16]
