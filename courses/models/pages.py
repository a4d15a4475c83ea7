from itertools import chain
from typing import Any
from uuid import UUID

from django.db import models
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.contrib.routable_page.models import RoutablePageMixin, path

from courses.blocks import step_blocks, step_faults
from literacy.blocks import tiles
from literacy.fields import StreamField
from literacy.models import BasePage, CareMixin, HomePage
from literacy.models.pages import SENSITIVE
from literacy.named import Named
from quizzes.offering import StepPosition
from quizzes.queries import activity_keys
from quizzes.words import sensitivities

ARTWORKS = [
    ("pause", _("Pause: a bubble under a lens")),
    ("tricks", _("Tricks: a loud and a calm bubble")),
    ("sources", _("Sources: paths to a source")),
    ("pictures", _("Pictures: a split photograph")),
    ("account", _("Account: a person and a copy")),
    ("ai", _("AI: rows of eyes, one different")),
    ("doors", _("Doors: a case on a hook")),
    ("voice", _("Voice: bubbles that answer")),
]


def artworks() -> list[tuple[str, Any]]:
    """Return the covers that are drawn; a new one needs no migration."""
    return ARTWORKS


def lines() -> list[tuple[str, blocks.Block]]:
    """Return the one block of a list of short lines."""
    return [("line", blocks.CharBlock(max_length=200, label=_("Line")))]


def activities_in(value: dict[str, Any]) -> list[Any]:
    """Return the activities that a raw step names: one, or a bank."""
    if "activities" in value:
        return [
            item["value"] if isinstance(item, dict) else item
            for item in value["activities"]
        ]
    return [value.get("activity")]


class ModuleIndexPage(BasePage):
    """All modules, in the order in which they are best learnt."""

    max_count_per_parent = 1
    parent_page_types = ["literacy.HomePage"]
    home_template = "courses/includes/home_modules.html"

    intro = models.TextField(_("introduction"), max_length=400)

    content_panels = [*BasePage.content_panels, FieldPanel("intro")]

    class Meta:
        verbose_name = _("list of modules")
        verbose_name_plural = _("lists of modules")

    cards = Named("courses.queries.module_cards")
    home_screen = Named("courses.queries.home_modules")

    def get_context(self, request: Any, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        context["modules"] = self.cards(self)
        return context

    def home_context(self, home: HomePage) -> dict[str, Any]:
        shown: dict[str, Any] = self.home_screen(self, home)
        return shown


class ModulePage(CareMixin, RoutablePageMixin, BasePage):
    """What a teacher assigns and a learner finishes: a page with lessons under it."""

    parent_page_types = ["courses.ModuleIndexPage"]
    takes_quizzes = True

    promise = models.CharField(_("promise"), max_length=160)
    is_open = models.BooleanField(
        _("open"),
        default=False,
        help_text=_("While it is not, the module is shown as coming."),
    )
    needs_safeguarding_review = models.BooleanField(
        _("waits for a safeguarding review"),
        default=False,
        help_text=_(
            "Until experts for child protection have signed: the pages say so to "
            "adults, and search engines leave them out."
        ),
    )
    artwork = models.CharField(
        _("cover"), max_length=20, choices=artworks, default="pause"
    )
    outcomes = StreamField(
        lines(), blank=True, max_num=5, verbose_name=_("afterwards I can")
    )
    now_you_can = StreamField(
        lines(), blank=True, max_num=6, verbose_name=_("on the last page: now you can")
    )
    share_text = models.CharField(
        _("text to share"),
        max_length=200,
        blank=True,
        help_text=_("What a learner may send to a friend: no claim, no personal data."),
    )

    content_panels = [
        *BasePage.content_panels,
        FieldPanel("promise"),
        FieldPanel("is_open"),
        FieldPanel("needs_safeguarding_review"),
        FieldPanel("artwork"),
        FieldPanel("outcomes"),
        MultiFieldPanel(
            [FieldPanel("now_you_can"), FieldPanel("share_text")],
            heading=_("When the module is finished"),
        ),
    ]

    class Meta:
        verbose_name = _("module")
        verbose_name_plural = _("modules")

    neutral_title = _("Module")
    screen = Named("courses.queries.module_screen")
    end_screen = Named("courses.queries.module_end_screen")

    @cached_property
    def is_sensitive(self) -> bool:  # type: ignore[override]
        """Tell whether one of the lessons is, listed or not."""
        lessons = LessonPage.objects.child_of(self).live()
        return lessons.filter(sensitivity__gte=SENSITIVE).exists()

    @property
    def waits_for_review(self) -> bool:
        return self.needs_safeguarding_review

    @property
    def is_unindexed(self) -> bool:
        """Tell whether search engines leave it out, and the quizzes below it."""
        return self.needs_safeguarding_review or self.is_sensitive

    def get_context(self, request: Any, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        return {**context, **self.screen(self)}

    def get_route_paths(self) -> list[str]:
        """Return what leads on when the module is moved: its last page as well."""
        return [*super().get_route_paths(), f"/{self.reverse_subpage('done')}"]

    @path("done/", name="done")
    def show_end(self, request: Any) -> Any:
        """Show what the learner can do now, the next module, and a way to share."""
        return self.render(
            request,
            template="courses/module_end_page.html",
            context_overrides=self.end_screen(self),
        )


class LessonPage(CareMixin, BasePage):
    """Five to seven minutes: scene, prediction, key idea, practice, check, takeaway."""

    parent_page_types = ["courses.ModulePage"]
    subpage_types: list[str] = []

    summary = models.CharField(_("summary"), max_length=120)
    objective = models.TextField(
        _("objective"), max_length=400, help_text=_("For teachers.")
    )
    minutes = models.PositiveSmallIntegerField(_("minutes"), default=6)
    tile = models.CharField(_("tile"), max_length=10, choices=tiles, default="eye")
    sensitivity = models.PositiveSmallIntegerField(
        _("sensitivity"),
        choices=sensitivities,
        default=0,
        help_text=_(
            "From “sensitive” on the page has a quick way out, a neutral title in the "
            "browser and a box with help."
        ),
    )
    content_note = models.TextField(
        _("content note"),
        max_length=400,
        blank=True,
        help_text=_(
            "Before a sensitive lesson: what it is about, and that one may skip or "
            "leave at any time."
        ),
    )
    is_unlisted = models.BooleanField(
        _("unlisted"),
        default=False,
        help_text=_(
            "Not in lists, not offered as the next lesson, not for search engines: "
            "for groups with a facilitator who has the address."
        ),
    )
    steps = StreamField(step_blocks(), verbose_name=_("steps"))

    content_panels = [
        *BasePage.content_panels,
        FieldPanel("summary"),
        FieldPanel("steps"),
        MultiFieldPanel(
            [
                FieldPanel("objective"),
                FieldPanel("minutes"),
                FieldPanel("tile"),
            ],
            heading=_("About the lesson"),
        ),
        MultiFieldPanel(
            [
                FieldPanel("sensitivity"),
                FieldPanel("content_note"),
                FieldPanel("is_unlisted"),
            ],
            heading=_("Care"),
        ),
    ]

    class Meta:
        verbose_name = _("lesson")
        verbose_name_plural = _("lessons")

    neutral_title = _("Lesson")
    screen = Named("courses.queries.lesson_screen")

    @property
    def is_sensitive(self) -> bool:  # type: ignore[override]
        return self.sensitivity >= SENSITIVE

    @property
    def waits_for_review(self) -> bool:
        """Tell whether the module above does, as the public sees it."""
        above = self.path[: -self.steplen]
        modules = ModulePage.objects.filter(path=above, needs_safeguarding_review=True)
        return modules.exists()

    def faults(self) -> dict[str, Any]:
        """Return the missing or misplaced step."""
        fault = step_faults(self.steps)
        return {"steps": fault} if fault else {}

    def get_context(self, request: Any, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        is_preview = getattr(request, "is_preview", False)
        return {**context, **self.screen(self, is_preview=is_preview)}

    def step_activities(self, *kinds: str) -> dict[str, list[int]]:
        """Return the primary keys of the activities in each step, by step id."""
        return {
            step["id"]: [int(pk) for pk in activities_in(step["value"]) if pk]
            for step in self.steps.raw_data
            if step["type"] in (kinds or ("predict", "practice", "check"))
            and any(activities_in(step["value"]))
        }

    def practice_keys(self) -> list[UUID]:
        """Return the keys of the activities that are answered on the page itself."""
        return self.keys_in("predict", "practice")

    def check_keys(self) -> list[UUID]:
        """Return the keys of the bank that the check draws from."""
        return self.keys_in("check")

    def step_of(self, activity_key: UUID) -> StepPosition | None:
        """Return the first step that offers the activity, if one does."""
        return self.step_positions().get(activity_key)

    def step_positions(self) -> dict[UUID, StepPosition]:
        """Return for each activity of the lesson the first step that offers it."""
        activities, found = self.step_activities(), {}
        for number, step in enumerate(self.steps.raw_data, start=1):
            for pk in activities.get(step["id"], []):
                if pk in self.activity_keys:
                    position = StepPosition(step["id"], number)
                    found.setdefault(self.activity_keys[pk], position)
        return found

    def keys_in(self, *kinds: str) -> list[UUID]:
        ids = chain(*self.step_activities(*kinds).values())
        return [self.activity_keys[pk] for pk in ids if pk in self.activity_keys]

    @cached_property
    def activity_keys(self) -> dict[int, UUID]:
        """The keys of all activities of the lesson, by primary key, in one query."""
        return activity_keys(chain(*self.step_activities().values()))

    def picture_ids(self) -> dict[str, int]:
        """Return the primary key of each step's picture, by step id."""
        return {
            step["id"]: step["value"]["picture"]
            for step in self.steps.raw_data
            if step["value"].get("picture")
        }
