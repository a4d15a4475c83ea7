from typing import Any

from django.db import models
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.models import (
    Locale,
    Page,
    PageViewRestriction,
    Site,
    get_page_models,
)
from wagtail.url_routing import RouteResult

from literacy.blocks import HabitBlock, PointBlock, info_blocks
from literacy.fields import StreamField
from literacy.gate_forms import DraftCopyForm, GatePageForm
from literacy.gate_panel import FindingsPanel
from literacy.page_store import remember

from .drafts import DraftMixin

# From here on content has a quick way out and a note before it.
SENSITIVE = 2
# The words that every page has beside its own.
PAGE_TEXTS = ("title", "seo_title", "search_description")


class BasePage(DraftMixin, Page):
    """What every page of the site has in common."""

    # A page made for one visitor alone would say False.
    is_public = True
    # A sensitive page has a quick way out and a title in the browser's tab that
    # gives nothing away.
    is_sensitive = False
    neutral_title: Any = ""
    # Whether quizzes may stand below pages of this type.
    takes_quizzes = False
    # Upper apps show a part of themselves on the home page through these two.
    home_template = ""

    base_form_class = GatePageForm
    copy_form_class = DraftCopyForm
    content_panels = [FindingsPanel(), *Page.content_panels]

    class Meta:
        abstract = True

    @property
    def content_locale(self) -> Locale:
        """The locale of the words: an alias shows another language's."""
        return (self.alias_of or self).locale

    def _get_site_root_paths(self, cache_object: Any = None) -> list[Any]:
        """Return where sites begin, asked once per version of the pages."""
        return remember("site-roots", Site.get_site_root_paths)

    def get_view_restrictions(self) -> QuerySet[PageViewRestriction]:
        """Find in one query what restricts this page, an ancestor, or its source."""
        ends = range(self.steplen, len(self.path) + 1, self.steplen)
        paths = [self.path[:end] for end in ends]
        own = models.Q(page__path__in=paths)
        source = models.Q(page__aliases__path__in=paths)
        return PageViewRestriction.objects.filter(own | source).distinct()

    def get_context(self, request: Any, *args: Any, **kwargs: Any) -> dict[str, Any]:
        request.framed_page = self
        return super().get_context(request, *args, **kwargs)

    def seconds_to_keep(self) -> int | None:
        """Return how long the page cache may keep the page; None: its usual time."""
        return None

    def home_context(self, home: "HomePage") -> dict[str, Any]:
        """Return what `home_template` shows."""
        return {}


class HomePage(BasePage):
    """The first page: the promise, three habits, and what the pages below bring."""

    max_count_per_parent = 1
    parent_page_types = ["wagtailcore.Page"]
    takes_quizzes = True

    hero_first = models.CharField(_("first line"), max_length=60)
    hero_second = models.CharField(_("second line"), max_length=60)
    hero_text = models.TextField(_("promise"), max_length=300)
    hero_button = models.CharField(_("button"), max_length=60)
    points = StreamField(
        [("point", PointBlock())], max_num=4, blank=True, verbose_name=_("short points")
    )
    habits_title = models.CharField(_("title above the habits"), max_length=80)
    habits = StreamField(
        [("habit", HabitBlock())], max_num=3, blank=True, verbose_name=_("habits")
    )
    modules_title = models.CharField(_("title above the modules"), max_length=80)
    footer_text = models.CharField(_("footer"), max_length=200, blank=True)

    content_panels = [
        *BasePage.content_panels,
        MultiFieldPanel(
            [
                FieldPanel("hero_first"),
                FieldPanel("hero_second"),
                FieldPanel("hero_text"),
                FieldPanel("hero_button"),
                FieldPanel("points"),
            ],
            heading=_("Welcome"),
        ),
        MultiFieldPanel(
            [FieldPanel("habits_title"), FieldPanel("habits")], heading=_("Habits")
        ),
        FieldPanel("modules_title"),
        FieldPanel("footer_text"),
    ]

    class Meta:
        verbose_name = _("home page")
        verbose_name_plural = _("home pages")

    def route(self, request: Any, path_components: list[str]) -> RouteResult:
        """Find a page below in two queries instead of two for each level."""
        if path_components:
            url_path = self.url_path + "/".join(path_components) + "/"
            found = Page.objects.filter(url_path=url_path, live=True).first()
            if found:
                page = found.specific
                if page.locale_id == self.locale_id:
                    page.locale = self.locale
                return RouteResult(page)
        return super().route(request, path_components)

    def get_context(self, request: Any, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        sections = [
            {"template": child.home_template, "context": child.home_context(self)}
            for model in get_page_models()
            if getattr(model, "home_template", "")
            for child in model.objects.child_of(self).live()
        ]
        start_urls = (s["context"].get("start_url") for s in sections)
        context["sections"] = sections
        context["points"] = [point.value for point in self.points]
        context["habits"] = [habit.value for habit in self.habits]
        context["start_url"] = next(filter(None, start_urls), "")
        return context


class InfoPage(BasePage):
    """A plain page: about, privacy, for teachers, for organisations."""

    parent_page_types = ["literacy.HomePage"]
    subpage_types: list[str] = []

    intro = models.TextField(_("introduction"), max_length=500)
    body = StreamField(info_blocks(), blank=True, verbose_name=_("text"))
    is_in_footer = models.BooleanField(
        _("in the footer"),
        default=True,
        help_text=_("Linked at the foot of each page."),
    )

    content_panels = [
        *BasePage.content_panels,
        FieldPanel("intro"),
        FieldPanel("body"),
        FieldPanel("is_in_footer"),
    ]

    class Meta:
        verbose_name = _("information page")
        verbose_name_plural = _("information pages")
