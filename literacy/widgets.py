"""A repair to Wagtail's choosers: no script inside the page."""

import json
from typing import Any

from django.utils.html import format_html
from wagtail.admin.widgets import BaseChooser


def render_chooser(
    self: BaseChooser, name: str, value: Any, attrs: Any = None, renderer: Any = None
) -> str:
    """Leave a mark that js/admin/widgets.js starts the chooser from."""
    shown = self.get_value_data(value)
    options = self.get_js_init_options(attrs["id"], name, shown)
    return format_html(
        '{}<template data-widget="{}" data-starts="{}" data-config="{}"></template>',
        self.render_html(name, shown, attrs),
        attrs["id"],
        self.js_constructor,
        json.dumps(options),
    )


def mend_choosers() -> None:
    BaseChooser.render = render_chooser
