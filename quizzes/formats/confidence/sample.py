"""What the CMS shows of a confidence before an editor takes it."""

from django.utils.translation import gettext as _

from quizzes.formats.samples import Json, stimulus


def sample() -> Json:
    return {
        "stimulus": stimulus(),
        "statement": _("The old bridge is closed tomorrow."),
        "source": _("News of Dhifaf, an unknown page"),
        "evidence": _("The town’s page says nothing about it."),
    }
