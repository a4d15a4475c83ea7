from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class QuizzesConfig(AppConfig):
    name = "quizzes"
    verbose_name = _("Activities")

    def ready(self) -> None:
        from . import receivers  # noqa: F401
