"""The address of a page that does not exist."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import blocks


class AddressBlock(blocks.RegexBlock):
    """An invented address: `.example` belongs to nobody, for ever; never translated."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("label", _("Address"))
        kwargs.setdefault(
            "help_text",
            _("Invented, without https://, ending in .example: al-nahr.example/news"),
        )
        kwargs.setdefault("error_messages", {})["invalid"] = _(
            "Only invented addresses that end in .example, such as "
            "al-nahr.example/news, without https:// and without spaces."
        )
        name, path = r"(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+example", r"(?:/[!-~…]*)?"
        super().__init__(regex=rf"^{name}{path}\Z", max_length=120, **kwargs)
