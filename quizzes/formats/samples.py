"""What the CMS shows of each format before an editor chooses it.

Invented and harmless. The words are looked up when asked, in the editor's language.
"""

from typing import Any

from django.utils.translation import gettext as _

Json = dict[str, Any]


def items(*values: Any) -> list[Json]:
    """Return the values as a list keeps them, with ids for the form's fields."""
    return [
        {"type": "item", "id": f"sample-{number}", "value": value}
        for number, value in enumerate(values, start=1)
    ]


def stimulus() -> list[Json]:
    return items(
        {
            "kind": "post",
            "author": _("News of Dhifaf"),
            "detail": _("9 minutes ago"),
            "text": _("The old bridge closes tomorrow! Share before it is deleted!"),
            "picture": None,
            "alt": "",
        }
    )
