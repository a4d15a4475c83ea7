"""Models name their queries, and a name that leads nowhere is found at start."""

import pytest
from django.apps import apps

from literacy.checks import names_lead_somewhere
from literacy.models import HelpPage
from literacy.named import Named


def test_every_name_leads_somewhere():
    assert names_lead_somewhere(None) == []
    named = [
        one
        for model in apps.get_models()
        for one in vars(model).values()
        if isinstance(one, Named)
    ]
    assert len(named) >= 8


@pytest.mark.parametrize("name", ["literacy.queries.gone", "literacy.gone.help_screen"])
def test_a_name_that_leads_nowhere_is_an_error(monkeypatch, name):
    monkeypatch.setattr(HelpPage, "screen", Named(name))

    (found,) = names_lead_somewhere(None)
    assert found.id == "literacy.E006"
    assert name in found.msg
