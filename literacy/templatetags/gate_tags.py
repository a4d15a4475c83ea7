"""What templates of the CMS ask the gate."""

from typing import Any

from django import template

from literacy.findings import Finding
from literacy.gate import content_findings
from literacy.services import content_digest
from literacy.sign_off_rules import NOT_SIGNED

register = template.Library()


@register.simple_tag
def draft_findings(instance: Any) -> list[Finding]:
    """Return the findings of the newest draft, without the sign-off it waits for."""
    draft = instance.get_latest_revision_as_object()
    return [one for one in content_findings(draft) if one.code != NOT_SIGNED]


@register.simple_tag
def draft_digest(instance: Any) -> str:
    """Return the digest of the newest draft: it is signed while it is the newest."""
    return content_digest(instance.get_latest_revision_as_object())
