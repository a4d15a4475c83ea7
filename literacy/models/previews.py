from typing import Any

from django.utils.translation import override
from wagtail.models import Locale, PreviewableMixin


class LanguagePreviewMixin(PreviewableMixin):
    """A snippet's preview, in the snippet's language: no address says it."""

    class Meta:
        abstract = True

    def serve_preview(self, request: Any, mode_name: str) -> Any:
        if self.locale_id is None:  # type: ignore[has-type]
            self.locale = Locale.get_default()
        with override(self.locale.language_code):
            response = super().serve_preview(request, mode_name)
            return response.render()
