from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class LiteracyConfig(AppConfig):
    name = "literacy"
    verbose_name = _("Site")

    def ready(self) -> None:
        from . import checks, receivers  # noqa: F401
        from .localize import mend_wagtail_localize
        from .publishing import guard_publishing
        from .widgets import mend_choosers

        mend_wagtail_localize()
        mend_choosers()
        guard_publishing()
