"""Turns what a browser sent into typed values, and knows nothing else."""

from typing import Any
from urllib.parse import urlencode

from django import forms
from django.conf import settings
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

Json = dict[str, Any]
Choices = list[tuple[str, Any]]
# Ids are shorter.
MAX_ID = 40


class AnswerForm(forms.Form):
    """Which activity, in which version, on which page, under which name."""

    activity = forms.UUIDField()
    version = forms.IntegerField(min_value=1, max_value=1_000_000)
    language = forms.ChoiceField(choices=settings.LANGUAGES)
    subject = forms.UUIDField()
    attempt = forms.CharField(required=False, max_length=32)
    uuid = forms.UUIDField(required=False)
    at = forms.IntegerField(required=False, min_value=0, max_value=1_000)


class CheckForm(forms.Form):
    """On which page a check begins, and under which name."""

    subject = forms.UUIDField()
    uuid = forms.UUIDField(required=False)


class ReportForm(forms.Form):
    """What the report on activities is narrowed to; what is unknown is everything."""

    module = forms.ChoiceField(label=_("Module"), required=False)
    format = forms.ChoiceField(label=_("Format"), required=False)
    language = forms.ChoiceField(label=_("Language"), required=False)
    skill = forms.ChoiceField(label=_("Skill"), required=False)

    def __init__(self, data: QueryDict, **choices: Choices) -> None:
        super().__init__(data, auto_id="report-%s")
        choices["languages"] = list(settings.LANGUAGES)
        for name, field in self.fields.items():
            field.choices = [("", _("All")), *choices[f"{name}s"]]

    def chosen(self) -> dict[str, str]:
        self.is_valid()
        return {name: self.cleaned_data.get(name, "") for name in self.fields}

    def query(self) -> str:
        """Return what is chosen as the beginning of an address, to page on with."""
        kept = {name: value for name, value in self.chosen().items() if value}
        return f"{urlencode(kept)}&" if kept else ""
