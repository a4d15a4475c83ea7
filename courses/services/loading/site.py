"""Loads what stands around the modules: home, the list of modules, plain pages."""

from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.db import transaction
from wagtail.models import Page, Site

from courses.models import ModuleIndexPage
from literacy.blocks import info_blocks
from literacy.indexing import indexing_at_end
from literacy.models import HomePage, InfoPage

from .files import ContentError, Part, read_file
from .help import load_help
from .raw import check_block, make_id
from .saving import SOURCE, Loading, Wanted

INFO_PAGES = ("about", "teachers", "organisations", "privacy", "accessibility")
HOME_TEXTS = (
    "title",
    "hero_first",
    "hero_second",
    "hero_text",
    "hero_button",
    "habits_title",
    "modules_title",
    "footer_text",
)
SYMBOLS = {"pause": "pause", "check": "eye", "decide": "check"}


@transaction.atomic
def load_site(*, folder: Path, overwrite: bool = False) -> Loading:
    """Load the pages around the modules, all of them or, on a ContentError, none."""
    loading = Loading(overwrite=overwrite)
    with indexing_at_end():
        home = load_home(loading, read_file(folder / "home.yaml"))
        load_index(loading, read_file(folder / "modules.yaml"), home)
        for name in INFO_PAGES:
            load_info_page(loading, read_file(folder / f"{name}.yaml"), home, folder)
        load_help(loading, read_file(folder / "help.yaml"), home)
    loading.clear_up()
    return loading


def load_home(loading: Loading, file: Part) -> HomePage:
    """Load the home page and let the site begin there."""
    root = Page.get_first_root_node()

    def fields(language: str) -> dict[str, Any]:
        return {
            **{name: file[name].text(language) for name in HOME_TEXTS},
            "slug": "home" if language == SOURCE else f"home-{language}",
            "points": [
                item("point", f"home/points/{number}", part.text(language))
                for number, part in enumerate(file["points"])
            ],
            "habits": [
                item(
                    "habit",
                    f"home/habits/{part.key}",
                    {
                        "symbol": SYMBOLS[part.key],
                        "title": part["title"].text(language),
                        "text": part["text"].text(language),
                    },
                )
                for part in file["habits"]
            ],
        }

    make_room(root)
    found = HomePage.objects.filter(locale=loading.locale(SOURCE)).first()
    wanted = Wanted(model=HomePage, found=found, fields=fields, parent=root)
    home: HomePage = loading.save("page/home", file, wanted)
    begin_at(home)
    return home


def begin_at(home: HomePage) -> None:
    """Let the site begin at this page, under the address of the settings."""
    address = urlsplit(settings.SITE_URL)
    ports = {"http": 80, "https": 443}
    Site.objects.update_or_create(
        is_default_site=True,
        defaults={
            "hostname": address.hostname or "localhost",
            "port": address.port or ports.get(address.scheme, 80),
            "root_page": home,
            "site_name": str(settings.SITE_NAME),
        },
    )
    Page.objects.filter(depth=2, slug="replaced").delete()


def make_room(root: Page) -> None:
    """Give the slug of Wagtail's welcome page to ours, and mark it for deletion."""
    welcome = root.get_children().filter(slug="home").exact_type(Page).first()
    if welcome:
        welcome.slug = "replaced"
        welcome.save()


def load_index(loading: Loading, file: Part, home: HomePage) -> None:
    def fields(language: str) -> dict[str, Any]:
        return {
            "title": file["title"].text(language),
            "slug": "modules",
            "intro": file["intro"].text(language),
        }

    found = ModuleIndexPage.objects.filter(locale=loading.locale(SOURCE)).first()
    wanted = Wanted(model=ModuleIndexPage, found=found, fields=fields, parent=home)
    loading.save("page/modules", file, wanted)


def load_info_page(loading: Loading, file: Part, home: HomePage, folder: Path) -> None:
    kinds = dict(info_blocks())
    maker = loading.raw_maker(folder)
    slug = file["slug"].value

    def block(part: Part, language: str) -> dict[str, Any]:
        kind = part["type"].value
        if kind not in kinds:
            raise ContentError(part["type"], f"There is no block “{kind}”.")
        path = f"{slug}/{part.key}"
        raw = maker.make(kinds[kind], part, language, path)
        check_block(kinds[kind], kinds[kind].to_python(raw), part)
        return item(kind, path, raw)

    def fields(language: str) -> dict[str, Any]:
        return {
            "title": file["title"].text(language),
            "slug": slug,
            "intro": file["intro"].text(language),
            "body": [block(part, language) for part in file["body"]],
        }

    found = InfoPage.objects.child_of(home).filter(slug=slug).first()
    wanted = Wanted(model=InfoPage, found=found, fields=fields, parent=home)
    loading.save(f"page/{slug}", file, wanted)


def item(kind: str, path: str, value: Any) -> dict[str, Any]:
    """Return one child of a StreamField."""
    return {"type": kind, "id": make_id(path), "value": value}
