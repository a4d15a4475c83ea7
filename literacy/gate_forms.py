"""The forms of the CMS that publish: they ask the gate before anything is saved."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import MaxLengthValidator
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.admin.forms.models import WagtailAdminModelForm
from wagtail.admin.forms.pages import CopyForm, WagtailAdminPageForm
from wagtail.forms import TaskStateCommentForm

from .addresses import is_taken, taken_text
from .draft_forms import DraftFormMixin
from .fields import StreamField
from .findings import Finding, errors_in, seal
from .gate import content_findings
from .raw import Path, placed_in_stream

PUBLISH = "action-publish"


class GateMixin:
    """Refuses to publish what has errors; asks once more where there are warnings.

    What was entered stays in the form. `gate_findings` is what was found; the panel
    above the form shows it (literacy.gate_panel). A press on “Publish anyway” sends
    the seal of the warnings that were shown.
    """

    gate_findings: list[Finding] | None = None

    def _post_clean(self) -> None:
        super()._post_clean()  # type: ignore[misc]
        if self.data.get(PUBLISH) and not self.errors:  # type: ignore[attr-defined]
            self.ask_gate(self.data[PUBLISH])  # type: ignore[attr-defined]

    def ask_gate(self, pressed: str) -> None:
        found = content_findings(self.instance)  # type: ignore[attr-defined]
        if not found or pressed == seal(found):
            return
        self.gate_findings = found
        errors = errors_in(found)
        for name in dict.fromkeys(one.field for one in errors):
            if name in self.fields:  # type: ignore[attr-defined]
                self.show_at(name, [one for one in errors if one.field == name])
        self.add_error(None, summary_of(found))  # type: ignore[attr-defined]

    def show_at(self, name: str, findings: list[Finding]) -> None:
        """Show findings at a field, or at places within it."""
        instance = self.instance  # type: ignore[attr-defined]
        told = [(path_of(one.where), f"{one.text} {one.remedy}") for one in findings]
        if isinstance(instance._meta.get_field(name), StreamField):
            problem = placed_in_stream(getattr(instance, name), told)
        else:
            problem = ValidationError([text for _path, text in told])
        self.add_error(name, problem)  # type: ignore[attr-defined]


def path_of(where: str) -> Path:
    """Return the path within a field."""
    parts = where.split(".")[1:]
    return tuple(int(part) if part.isdigit() else part for part in parts)


def summary_of(findings: list[Finding]) -> str:
    """Return the sentence above the form."""
    errors = len(errors_in(findings))
    if not errors:
        return _(
            "Not published yet. Read the remarks above the form; to publish all the "
            "same, press “Publish anyway” there."
        )
    return ngettext(
        "Not published: %(n)d thing must be fixed first. It is listed above the form.",
        "Not published: %(n)d things must be fixed first. They are listed above the "
        "form.",
        errors,
    ) % {"n": errors}


class GatePageForm(GateMixin, DraftFormMixin, WagtailAdminPageForm):
    """The form of every page."""

    def clean(self) -> dict[str, Any]:
        """Refuse an address of the site; once there is a page, it does so itself."""
        cleaned: dict[str, Any] = super().clean()
        slug = cleaned.get("slug", "")
        if not self.instance.path and is_taken(slug, self.parent_page):
            self.add_error("slug", taken_text(slug))
        return cleaned


class GateModelForm(GateMixin, DraftFormMixin, WagtailAdminModelForm):
    """The form of every snippet."""


class DraftCopyForm(CopyForm):
    """Copies pages as drafts: what Wagtail copies live, nobody is asked about."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields.pop("publish_copies", None)
        for name in ("title", "slug"):
            longest = self.page._meta.get_field(name).max_length
            self.fields[f"new_{name}"].validators.append(MaxLengthValidator(longest))

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean()
        slug = cleaned.get("new_slug", "")
        parent = cleaned.get("new_parent_page") or self.page.get_parent()
        if is_taken(slug, parent):
            self.add_error("new_slug", taken_text(slug))
        return cleaned


class SignForm(TaskStateCommentForm):
    """A second editor's word, for the version that the dialogue showed."""

    digest = forms.CharField(required=False, widget=forms.HiddenInput)
