"""What the gate says, above the edit form of a page or activity."""

from typing import Any

from django.utils.functional import cached_property
from wagtail.admin.panels import Panel

from .findings import Finding, errors_in, seal
from .gate import content_findings


class FindingsPanel(Panel):
    """Shows the findings of the saved draft, or of what was to be published now."""

    def clone_kwargs(self) -> dict[str, Any]:
        kwargs = super().clone_kwargs()
        kwargs.pop("help_text", None)
        return kwargs

    @property
    def clean_name(self) -> str:
        return "findings"

    class BoundPanel(Panel.BoundPanel):
        template_name = "literacy/admin/findings_panel.html"

        @cached_property
        def found(self) -> list[Finding]:
            """Return what stopped the form; else what the saved draft has."""
            asked = getattr(self.form, "gate_findings", None)
            if asked is not None:
                return list(asked)
            if self.instance.pk is None or self.form.is_bound:
                return []
            return content_findings(self.instance)

        def is_shown(self) -> bool:
            return bool(super().is_shown() and self.found)

        def show_panel_furniture(self) -> bool:
            return False

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            context = super().get_context_data(parent_context)
            errors = errors_in(self.found)
            was_asked = getattr(self.form, "gate_findings", None) is not None
            return {
                **context,
                "errors": errors,
                "warnings": [one for one in self.found if not one.is_error],
                # The seal says which warnings somebody has seen.
                "seal": seal(self.found) if was_asked and not errors else "",
            }
