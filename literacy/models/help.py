"""Who helps: checked addresses, and the page that finds them."""

from datetime import date
from typing import Any

from django.core.validators import URLValidator
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.models import (
    DraftStateMixin,
    RevisionMixin,
    TranslatableMixin,
)
from wagtail.search import index

from literacy.blocks import TextBlock
from literacy.fields import ChoiceListField, PhoneField, StreamField
from literacy.gate_forms import GateModelForm
from literacy.gate_panel import FindingsPanel
from literacy.help import (
    HELP_KINDS,
    HELP_LANGUAGES,
    HELP_REGIONS,
    HELP_TOPICS,
    checked_since,
    seconds_left,
)
from literacy.named import Named
from literacy.translation.fields import SynchronizedField

from .drafts import DraftMixin
from .pages import BasePage
from .previews import LanguagePreviewMixin


def help_kinds() -> list[tuple[str, Any]]:
    """Return the kinds as choices: a new one needs no migration."""
    return HELP_KINDS


class HelpQuerySet(models.QuerySet["HelpResource"]):
    """Which resources the public may see."""

    def shown(self, day: date) -> "HelpQuerySet":
        """Keep what is published and was verified lately; examples do not age."""
        fresh = models.Q(is_example=True) | models.Q(verified_on__gt=checked_since(day))
        return self.filter(fresh, live=True)


class HelpResource(
    DraftMixin,
    DraftStateMixin,
    RevisionMixin,
    LanguagePreviewMixin,
    TranslatableMixin,
    index.Indexed,
    models.Model,
):
    """Somebody who helps, with who they are and who may learn of a call to them."""

    # What is true in every language alike; the words beside it are translated.
    FACTS = (
        "kind",
        "regions",
        "topics",
        "languages",
        "under18_ok",
        "phone",
        "url",
        "verified_on",
        "verified_by",
        "is_example",
    )

    name = models.CharField(_("name"), max_length=120)
    name.required_on_save = True  # type: ignore[attr-defined]
    kind = models.CharField(
        _("kind"),
        max_length=15,
        choices=help_kinds,
        help_text=_(
            "The public sees it: who asks for help must know who is listening."
        ),
    )
    what_for = models.TextField(
        _("what for"),
        max_length=400,
        help_text=_("What they do, in plain words, and what happens after a call."),
    )
    confidentiality_note = models.TextField(
        _("who they are and who may learn about it"),
        max_length=400,
        help_text=_(
            "Do they tell parents, school, police? Do they ask for a name? Is the "
            "call recorded?"
        ),
    )
    hours = models.CharField(
        _("hours"), max_length=120, blank=True, help_text=_("Such as “daily, 9 to 5”.")
    )
    regions = ChoiceListField(
        _("regions"),
        options=HELP_REGIONS,
        blank=True,
        help_text=_("Tick none when it helps everywhere."),
    )
    topics = ChoiceListField(
        _("topics"),
        options=HELP_TOPICS,
        blank=True,
        help_text=_("Tick none when it helps with everything."),
    )
    languages = ChoiceListField(
        _("languages"),
        options=HELP_LANGUAGES,
        blank=True,
        help_text=_("In which one can speak or write there."),
    )
    under18_ok = models.BooleanField(
        _("suited to people under 18"),
        default=False,
        help_text=_("Only when they said so themselves."),
    )
    phone = PhoneField(_("telephone"), max_length=30, blank=True)
    url = models.URLField(
        _("address"),
        blank=True,
        validators=[
            URLValidator(
                ["https"], message=_("Only addresses that begin with https://.")
            )
        ],
    )
    verified_on = models.DateField(
        _("verified on"),
        null=True,
        blank=True,
        help_text=_(
            "The day on which somebody called and asked. 90 days later the public "
            "does not see it any more."
        ),
    )
    verified_by = models.CharField(
        _("verified by"),
        max_length=120,
        blank=True,
        help_text=_("Who called. The public does not see it."),
    )
    is_example = models.BooleanField(
        _("invented example"),
        default=False,
        help_text=_("Shows how an entry looks; has neither telephone nor address."),
    )

    objects = HelpQuerySet.as_manager()
    card = Named("literacy.queries.card_of")

    override_translatable_fields = [
        SynchronizedField(name, overridable=False) for name in FACTS
    ]

    base_form_class = GateModelForm
    panels = [
        FindingsPanel(),
        MultiFieldPanel(
            [
                FieldPanel("name"),
                FieldPanel("kind"),
                FieldPanel("what_for"),
                FieldPanel("confidentiality_note"),
            ],
            heading=_("Who helps"),
        ),
        MultiFieldPanel(
            [FieldPanel("phone"), FieldPanel("url"), FieldPanel("hours")],
            heading=_("How to reach them"),
        ),
        MultiFieldPanel(
            [
                FieldPanel("regions"),
                FieldPanel("topics"),
                FieldPanel("languages"),
                FieldPanel("under18_ok"),
            ],
            heading=_("For whom"),
        ),
        MultiFieldPanel(
            [
                FieldPanel("verified_on"),
                FieldPanel("verified_by"),
                FieldPanel("is_example"),
            ],
            heading=_("Verification"),
        ),
    ]
    search_fields = [index.SearchField("name"), index.AutocompleteField("name")]

    class Meta(TranslatableMixin.Meta):
        verbose_name = _("help resource")
        verbose_name_plural = _("help resources")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    def get_preview_template(self, request: Any, mode_name: str) -> str:
        return "literacy/help_preview.html"

    def get_preview_context(self, request: Any, mode_name: str) -> dict[str, Any]:
        context = super().get_preview_context(request, mode_name)
        return {**context, "resource": self.card(self)}

    def faults(self) -> dict[str, Any]:
        """Return what is missing, or contradicts itself."""
        found: dict[str, Any] = {}
        if self.is_example:
            text = _("An invented example has none.")
            found = {name: text for name in ("phone", "url") if getattr(self, name)}
        elif not self.phone and not self.url:
            found["phone"] = _("Write a telephone number or an address.")
        if self.verified_on and self.verified_on > timezone.localdate():
            found["verified_on"] = _("This day has not come yet.")
        if self.verified_on and not self.verified_by:
            found["verified_by"] = _("Write who called.")
        return found


class FirstStepBlock(blocks.StructBlock):
    """One thing that is right whatever happened."""

    title = blocks.CharBlock(max_length=80, label=_("Title"))
    text = TextBlock(max_length=300, label=_("Text"))

    class Meta:
        icon = "tick"
        label = _("First step")


class HelpPage(BasePage):
    """Finds help by region and topic; always says what to do first."""

    max_count_per_parent = 1
    parent_page_types = ["literacy.HomePage"]
    subpage_types: list[str] = []
    is_sensitive = True

    intro = models.TextField(_("introduction"), max_length=500)
    first_steps = StreamField(
        [("step", FirstStepBlock())],
        min_num=1,
        max_num=6,
        verbose_name=_("first steps that are always right"),
    )
    empty_text = models.TextField(
        _("when nothing is found"),
        max_length=400,
        help_text=_("Kind, and with a next step: whom can one tell today?"),
    )

    content_panels = [
        *BasePage.content_panels,
        FieldPanel("intro"),
        FieldPanel("first_steps"),
        FieldPanel("empty_text"),
    ]

    class Meta:
        verbose_name = _("help page")
        verbose_name_plural = _("help pages")

    screen = Named("literacy.queries.help_screen")

    def get_context(self, request: Any, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        return {**context, **self.screen(self, request.GET)}

    def seconds_to_keep(self) -> int:
        """Keep the page until midnight: tomorrow less may be verified."""
        return seconds_left()
