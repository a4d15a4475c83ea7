"""What this app brings to the menu of every page."""

from django.urls import reverse
from django.utils.translation import gettext as _

from literacy.frame import MenuLink

from .models import ModuleIndexPage


def menu_links(language: str) -> list[MenuLink]:
    """Return the way to the modules and to “My progress”."""
    index = ModuleIndexPage.objects.live().filter(locale__language_code=language)
    found = index.first()
    learn = [MenuLink(_("Learn"), found.url, "book", 10)] if found else []
    return [*learn, MenuLink(_("My progress"), reverse("my_progress"), "rosette", 30)]
