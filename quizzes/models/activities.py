from typing import Any

from django.conf import settings
from django.contrib.contenttypes.fields import GenericRelation
from django.db import models
from django.utils.crypto import get_random_string
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import (
    FieldPanel,
    HelpPanel,
    MultiFieldPanel,
    ObjectList,
    TabbedInterface,
)
from wagtail.models import (
    DraftStateMixin,
    LockableMixin,
    RevisionMixin,
    TranslatableMixin,
    WorkflowMixin,
)
from wagtail.search import index

from literacy.fields import StreamField
from literacy.gate_forms import GateModelForm
from literacy.gate_panel import FindingsPanel
from literacy.models import CareMixin, DraftMixin, LanguagePreviewMixin
from literacy.named import Named
from literacy.translation.fields import SynchronizedField
from quizzes import words
from quizzes.formats.blocks import FORMATS
from quizzes.formats.chat.panel import ChatOutlinePanel
from quizzes.scoring.upgrade import upgrade


def new_key() -> str:
    """Return a key for an activity that an editor begins."""
    return "activity-" + get_random_string(8, "abcdefghijkmnpqrstuvwxyz23456789")


class Skill(
    DraftMixin,
    DraftStateMixin,
    RevisionMixin,
    TranslatableMixin,
    index.Indexed,
    models.Model,
):
    """What an activity trains, such as “reverse image search”."""

    key = models.SlugField(_("short name"), max_length=60, editable=False)
    title = models.CharField(_("title"), max_length=120)
    title.required_on_save = True  # type: ignore[attr-defined]
    description = models.TextField(_("description"), max_length=400, blank=True)

    base_form_class = GateModelForm
    panels = [FindingsPanel(), FieldPanel("title"), FieldPanel("description")]
    search_fields = [index.SearchField("title"), index.AutocompleteField("title")]

    class Meta(TranslatableMixin.Meta):
        verbose_name = _("skill")
        verbose_name_plural = _("skills")
        ordering = ["title"]

    def __str__(self) -> str:
        return self.title

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.key = self.key or get_random_string(8, "abcdefghijkmnpqrstuvwxyz")
        super().save(*args, **kwargs)


class Activity(
    CareMixin,
    DraftMixin,
    WorkflowMixin,
    DraftStateMixin,
    LockableMixin,
    RevisionMixin,
    LanguagePreviewMixin,
    TranslatableMixin,
    index.Indexed,
    models.Model,
):
    """One interactive thing of one format, in a bank that lessons draw from.

    Answers never point here: publishing freezes what learners see as an
    ActivityVersion, and they answer that.
    """

    key = models.SlugField(max_length=80, default=new_key, editable=False)
    format = models.CharField(max_length=20, editable=False, db_index=True)
    title = models.CharField(
        _("name in the bank"), max_length=160, help_text=_("Learners do not see it.")
    )
    title.required_on_save = True  # type: ignore[attr-defined]
    # Only a draft has none.
    skill = models.ForeignKey(
        Skill,
        on_delete=models.PROTECT,
        null=True,
        related_name="+",
        verbose_name=_("skill"),
    )
    purpose = models.CharField(
        _("purpose"), max_length=10, choices=words.purposes, default="practice"
    )
    form = models.CharField(_("form"), max_length=3, choices=words.forms, default="any")
    pair_key = models.SlugField(
        _("pair"),
        max_length=60,
        blank=True,
        help_text=_("The same word on a misleading activity and on its accurate twin."),
    )
    veracity = models.CharField(_("veracity"), max_length=12, choices=words.veracities)
    sensitivity = models.PositiveSmallIntegerField(
        _("sensitivity"), choices=words.sensitivities, default=0
    )
    age_min = models.PositiveSmallIntegerField(_("from age"), default=13)
    body = StreamField(FORMATS, min_num=1, max_num=1, verbose_name=_("activity"))
    why = models.TextField(
        _("why"),
        max_length=800,
        help_text=_("Points at the place in the artefact; shown after every answer."),
    )
    look_for = models.TextField(
        _("look for"), max_length=400, help_text=_("One to three signs, one to a line.")
    )
    fair_version = models.TextField(
        _("a fair version"), max_length=600, help_text=_("How an honest version reads.")
    )
    next_time = models.CharField(
        _("next time"), max_length=250, help_text=_("One sentence to take along.")
    )
    sources_note = models.CharField(_("sources"), max_length=250, blank=True)
    evidence_note = models.TextField(
        _("evidence"),
        max_length=800,
        blank=True,
        help_text=_("The study that the method rests on: who, where, when, with whom."),
    )
    evidence_persons = models.PositiveIntegerField(
        _("persons in the study"), null=True, blank=True
    )
    evidence_effect = models.CharField(
        _("effect in the study"),
        max_length=120,
        blank=True,
        help_text=_("With its interval, such as d = 0.31 (0.02 to 0.60)."),
    )
    reviewed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("reviewed by"),
    )
    review_due = models.DateField(_("review due"), null=True, blank=True)

    _revisions = GenericRelation("wagtailcore.Revision", related_query_name="activity")
    workflow_states = GenericRelation(
        "wagtailcore.WorkflowState",
        content_type_field="base_content_type",
        object_id_field="object_id",
        related_query_name="activity",
        for_concrete_model=False,
    )

    # Twins are found by the same word in every language; numbers need no translation.
    override_translatable_fields = [
        SynchronizedField("pair_key", overridable=False),
        SynchronizedField("evidence_effect", overridable=False),
    ]

    search_fields = [
        index.SearchField("title"),
        index.AutocompleteField("title"),
    ]

    base_form_class = GateModelForm
    # A later review changes nothing of what a second editor signed.
    unsigned_fields = ("evidence_note", "reviewed_by", "review_due")
    edit_handler = TabbedInterface(
        [
            ObjectList(
                [
                    FindingsPanel(),
                    FieldPanel("title"),
                    FieldPanel("skill"),
                    FieldPanel(
                        "body",
                        help_text=_(
                            "Press the plus and choose one format: "
                            "each of them shows an example."
                        ),
                    ),
                    ChatOutlinePanel(heading=_("Outline of the chat")),
                ],
                heading=_("Activity"),
            ),
            ObjectList(
                [
                    FieldPanel("why"),
                    FieldPanel("look_for"),
                    FieldPanel("fair_version"),
                    FieldPanel("next_time"),
                ],
                heading=_("Feedback"),
            ),
            ObjectList(
                [
                    MultiFieldPanel(
                        [
                            FieldPanel("purpose"),
                            FieldPanel("veracity"),
                            FieldPanel("pair_key"),
                            FieldPanel("form"),
                        ],
                        heading=_("Use"),
                    ),
                    MultiFieldPanel(
                        [
                            FieldPanel("sensitivity"),
                            FieldPanel("age_min"),
                            FieldPanel("sources_note"),
                        ],
                        heading=_("Care"),
                    ),
                    MultiFieldPanel(
                        [
                            HelpPanel(template="quizzes/admin/passport_panel.html"),
                            FieldPanel("evidence_note"),
                            FieldPanel("evidence_persons"),
                            FieldPanel("evidence_effect"),
                            FieldPanel("reviewed_by"),
                            FieldPanel("review_due"),
                        ],
                        heading=_("Evidence passport"),
                    ),
                ],
                heading=_("Bank"),
            ),
        ]
    )

    class Meta(TranslatableMixin.Meta):
        verbose_name = _("activity")
        verbose_name_plural = _("activities")
        ordering = ["key"]
        constraints = [
            models.UniqueConstraint(
                fields=["key", "locale"], name="one_activity_per_key_and_locale"
            )
        ]

    def __str__(self) -> str:
        return self.title

    def save(self, *args: Any, **kwargs: Any) -> None:
        if self.body:
            self.format = self.body[0].block_type
        super().save(*args, **kwargs)

    @property
    def language(self) -> str:
        return str(self.locale.language_code)

    preview_screen = Named("quizzes.previews.preview_context")
    preview_states = Named("quizzes.previews.preview_modes")

    def get_preview_template(self, request: Any, mode_name: str) -> str:
        return "quizzes/preview.html"

    def get_preview_context(self, request: Any, mode_name: str) -> dict[str, Any]:
        return {
            **super().get_preview_context(request, mode_name),
            **self.preview_screen(self, mode_name),
        }

    @property
    def preview_modes(self) -> list[tuple[str, Any]]:
        return list(self.preview_states(self))


class ActivityVersion(models.Model):
    """What learners of one language saw and answered, frozen and numbered.

    `content` is plain JSON with a `schema` number (quizzes.scoring.upgrade).
    Its key is the activity's translation key: the activity itself may go.
    """

    activity_key = models.UUIDField()
    language = models.CharField(max_length=12)
    number = models.PositiveIntegerField()
    digest = models.CharField(max_length=64)
    content = models.JSONField()
    # A column beside the content, so that reports and draws can ask by skill.
    skill_key = models.CharField(max_length=60, db_index=True)
    is_current = models.BooleanField(default=True)
    frozen_on = models.DateField(auto_now_add=True)

    class Meta:
        verbose_name = _("activity version")
        verbose_name_plural = _("activity versions")
        constraints = [
            models.UniqueConstraint(
                fields=["activity_key", "language", "number"],
                name="one_version_per_number",
            ),
            models.UniqueConstraint(
                fields=["activity_key", "language", "digest"],
                name="one_version_per_digest",
            ),
            models.UniqueConstraint(
                fields=["activity_key", "language"],
                condition=models.Q(is_current=True),
                name="one_current_version",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.activity_key} {self.language} {self.number}"

    @property
    def format(self) -> str:
        return self.content["format"]

    @cached_property
    def snapshot(self) -> dict[str, Any]:
        """The content in today's shape, whatever schema it was frozen with."""
        return dict(upgrade(self.content))
