"""Registers; the things themselves live elsewhere."""

from wagtail.snippets.models import register_snippet

from .models import Activity, Skill

register_snippet(Skill)
register_snippet(Activity)
