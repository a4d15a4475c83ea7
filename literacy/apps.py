from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class LiteracyConfig(AppConfig):
    name = "literacy"
    verbose_name = _("Site")

    def ready(self) -> None:
        from . import checks, receivers  # noqa: F401
        from .image_forms import guard_portraits
        from .in_use import guard_what_is_used
        from .publishing import guard_publishing
        from .text.fields import use_own_fields_in_cms
        from .translation import receivers as translation_receivers  # noqa: F401
        from .translation.repairs import repair_library
        from .widgets import mend_choosers

        repair_library()
        mend_choosers()
        use_own_fields_in_cms()
        guard_portraits()
        guard_publishing()
        guard_what_is_used()
