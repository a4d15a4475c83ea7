"""What templates of the CMS ask the gate."""

from typing import Any

from django import template

from literacy.findings import Finding
from literacy.gate import content_findings

register = template.Library()
SIGNED_NOW = "not_signed"


@register.simple_tag
def draft_findings(instance: Any) -> list[Finding]:
    """Return the findings of the newest draft, without the sign-off it waits for."""
    draft = instance.get_latest_revision_as_object()
    return [one for one in content_findings(draft) if one.code != SIGNED_NOW]
