"""Loads the help page, and the invented examples that show how help looks there."""

from typing import Any

from literacy.models import HelpPage, HelpResource, HomePage

from .files import Part
from .raw import make_id
from .saving import SOURCE, Loading, Wanted

TEXTS = ("name", "what_for", "confidentiality_note", "hours")
FACTS = ("kind", "regions", "topics", "languages", "under18_ok")


def load_help(loading: Loading, file: Part, home: HomePage) -> None:
    """Load the page and its examples: real help is only written in the CMS."""
    for part in file["resources"]:
        load_example(loading, part)

    def fields(language: str) -> dict[str, Any]:
        return {
            "title": file["title"].text(language),
            "slug": file["slug"].value,
            "intro": file["intro"].text(language),
            "first_steps": [step(part, language) for part in file["first_steps"]],
            "empty_text": file["empty_text"].text(language),
        }

    found = HelpPage.objects.child_of(home).first()
    wanted = Wanted(model=HelpPage, found=found, fields=fields, parent=home)
    loading.save("page/help", file, wanted)


def load_example(loading: Loading, part: Part) -> None:
    def fields(language: str) -> dict[str, Any]:
        return {
            **{name: part[name].text(language) for name in TEXTS},
            **{name: plain(part[name].value) for name in FACTS},
            "is_example": True,
        }

    name = f"help/{part.key}"
    key = make_id(name)
    found = HelpResource.objects.filter(
        translation_key=key, locale=loading.locale(SOURCE)
    )
    wanted = Wanted(
        model=HelpResource,
        found=found.first(),
        identity={"translation_key": key},
        fields=fields,
    )
    loading.save(name, part, wanted)


def plain(value: Any) -> Any:
    return [str(one) for one in value] if isinstance(value, list) else value


def step(part: Part, language: str) -> dict[str, Any]:
    value = {name: part[name].text(language) for name in ("title", "text")}
    return {"type": "step", "id": make_id(f"help/steps/{part.key}"), "value": value}
