from typing import Any
from uuid import UUID

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.models import Page
from wagtail.snippets.blocks import SnippetChooserBlock

from literacy.blocks import TextBlock, WholeNumberBlock
from literacy.fields import StreamField
from literacy.models import BasePage, HomePage
from literacy.models.pages import SENSITIVE
from literacy.named import Named
from quizzes import words
from quizzes.formats.rules import STEPWISE
from quizzes.offering import StepPosition

from .activities import Activity, Skill

# The purposes of quizzes that are compared with each other.
AROUND = ("pre", "post")


class BandBlock(blocks.StructBlock):
    """What somebody reads who got at least so many right."""

    from_percent = WholeNumberBlock(
        min_value=0, max_value=100, label=_("From per cent right")
    )
    title = blocks.CharBlock(max_length=80, label=_("Title"))
    text = TextBlock(max_length=400, label=_("Text"))

    class Meta:
        icon = "success"
        label = _("Score band")


def ordered() -> list[tuple[str, blocks.Block]]:
    return [("activity", SnippetChooserBlock("quizzes.Activity", label=_("Activity")))]


def drawn() -> list[tuple[str, blocks.Block]]:
    return [("skill", SnippetChooserBlock("quizzes.Skill", label=_("Skill")))]


def bands() -> list[tuple[str, blocks.Block]]:
    return [("band", BandBlock())]


class QuizPage(BasePage):
    """A set of activities: before a course, after it, or on its own.

    Either in the editor's order, or drawn for each learner from the bank by skill
    and purpose, half of them accurate.
    """

    home_template = "quizzes/includes/home_quiz.html"
    subpage_types: list[str] = []

    intro = models.TextField(_("introduction"), max_length=500)
    purpose = models.CharField(
        _("purpose"), max_length=10, choices=words.purposes, default="practice"
    )
    activities = StreamField(
        ordered(), blank=True, max_num=24, verbose_name=_("activities in order")
    )
    skills = StreamField(
        drawn(), blank=True, max_num=12, verbose_name=_("or drawn from these skills")
    )
    count = models.PositiveSmallIntegerField(
        _("how many are drawn"),
        default=8,
        validators=[MinValueValidator(2), MaxValueValidator(24)],
        help_text=_("An even number: half misleading, half accurate."),
    )
    shows_answers = models.BooleanField(
        _("show the answers"),
        default=True,
        help_text=_("Off before a course: what is shown then cannot be measured."),
    )
    bands = StreamField(
        bands(),
        blank=True,
        max_num=5,
        verbose_name=_("score bands"),
        help_text=_("The highest band that was reached is shown at the end."),
    )
    end_text = models.TextField(_("text at the end"), max_length=400, blank=True)

    content_panels = [
        *BasePage.content_panels,
        FieldPanel("intro"),
        MultiFieldPanel(
            [FieldPanel("purpose"), FieldPanel("shows_answers")], heading=_("Use")
        ),
        MultiFieldPanel(
            [FieldPanel("activities"), FieldPanel("skills"), FieldPanel("count")],
            heading=_("Activities"),
        ),
        MultiFieldPanel(
            [FieldPanel("bands"), FieldPanel("end_text")], heading=_("At the end")
        ),
    ]

    class Meta:
        verbose_name = _("quiz")
        verbose_name_plural = _("quizzes")

    neutral_title = _("Questions")
    screen = Named("quizzes.queries.quiz_screen")

    @cached_property
    def is_sensitive(self) -> bool:  # type: ignore[override]
        """Tell whether one of the activities is that it may show."""
        named = Activity.objects.filter(pk__in=self.chosen("activities"))
        found = named | self.drawable()
        return found.filter(sensitivity__gte=SENSITIVE).exists()

    @classmethod
    def can_exist_under(cls, parent: Page) -> bool:
        """Stand below whatever page says that it takes quizzes."""
        takes = getattr(parent.specific_class, "takes_quizzes", False)
        return bool(takes and super().can_exist_under(parent))

    def faults(self) -> dict[str, Any]:
        """Return what contradicts itself, or cannot be answered."""
        found: dict[str, Any] = {}
        chosen = self.chosen("activities")
        if bool(self.activities) == bool(self.skills):
            found["activities"] = _(
                "Choose activities in order, or skills to draw from: one of the two."
            )
        elif len(set(chosen)) < len(chosen):
            found["activities"] = _("An activity is in the list twice. Keep it once.")
        if self.skills and self.count % 2:
            found["count"] = _("Choose an even number: half of them are accurate.")
        if self.purpose == "pre" and self.shows_answers:
            found["shows_answers"] = _(
                "Before a course no answers are shown: switch this off."
            )
        if not self.shows_answers and self.step_by_step():
            found["activities"] = _(
                "Feeds, chats and searches explain themselves on the way. Take them "
                "out, or show the answers."
            )
        levels = [band.value["from_percent"] for band in self.bands]
        if levels and not self.shows_answers:
            found["bands"] = _(
                "Bands tell the score. Take them out, or show the answers."
            )
        elif len(set(levels)) < len(levels):
            found["bands"] = _("Two bands begin at the same per cent.")
        elif levels and 0 not in levels:
            found["bands"] = _("Add a band from 0 per cent, for everybody.")
        return found

    def get_context(self, request: Any, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        return {**context, **self.screen(self)}

    def home_context(self, home: HomePage) -> dict[str, Any]:
        return {"title": self.title, "intro": self.intro, "url": self.url}

    def step_by_step(self) -> bool:
        """Tell whether one of the chosen activities is answered move by move."""
        chosen = Activity.objects.filter(pk__in=self.chosen("activities"))
        return chosen.filter(format__in=STEPWISE).exists()

    def chosen(self, name: str) -> list[int]:
        """Return the primary keys in one of the lists, in order."""
        stream = getattr(self, name)
        return [int(item["value"]) for item in stream.raw_data if item["value"]]

    def drawable(self) -> models.QuerySet[Activity]:
        """Return what a quiz may draw, in either form, published or not any more.

        What comes before and after a course is drawn from both purposes: the form
        decides which half somebody gets when.
        """
        skills = Skill.objects.filter(pk__in=self.chosen("skills"))
        return Activity.objects.filter(
            locale=self.locale_id,
            skill__translation_key__in=skills.values("translation_key"),
            purpose__in=AROUND if self.purpose in AROUND else (self.purpose,),
        ).exclude(format__in=STEPWISE)

    def banks(self) -> dict[str, models.QuerySet[Activity]]:
        """Return the published activities that a quiz draws from, by form.

        Before and after a course a learner gets one form each, so that nothing comes
        in both. In other quizzes forms do not matter.
        """
        found = self.drawable().filter(live=True)
        if self.purpose in AROUND:
            return {form: found.filter(form=form) for form in ("a", "b")}
        return {"any": found}

    def practice_keys(self) -> list[UUID]:
        """Return nothing: a quiz is answered in an attempt, never on its page."""
        return []

    def check_keys(self) -> list[UUID]:
        """Return the keys of the activities in order, each once; empty when drawn."""
        chosen = list(dict.fromkeys(self.chosen("activities")))
        rows = Activity.objects.filter(pk__in=chosen)
        keys = dict(rows.values_list("pk", "translation_key"))
        return [keys[pk] for pk in chosen if pk in keys]

    def step_of(self, activity_key: UUID) -> StepPosition | None:
        """Return nothing: a quiz has no steps."""
        return None
