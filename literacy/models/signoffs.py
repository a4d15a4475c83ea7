from typing import Any

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db import models, transaction
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.models import Task, TaskState

from literacy.named import Named

from .learners import today


class SignOff(models.Model):
    """Somebody's word for exactly this content, known by its digest, for a year.

    Content that comes with the site has a row without a name: reviewers outside
    sign it, and an editor's first change ends it.
    """

    content_type = models.ForeignKey(
        ContentType, on_delete=models.CASCADE, related_name="+"
    )
    object_key = models.UUIDField()
    language = models.CharField(max_length=12)
    digest = models.CharField(max_length=64)
    came_with_site = models.BooleanField(default=False)
    signed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("signed by"),
    )
    signed_on = models.DateField(_("signed on"), default=today)
    expires_on = models.DateField(_("expires on"), null=True, blank=True)

    class Meta:
        verbose_name = _("sign-off")
        verbose_name_plural = _("sign-offs")
        constraints = [
            models.UniqueConstraint(
                fields=[
                    "content_type",
                    "object_key",
                    "language",
                    "digest",
                    "came_with_site",
                ],
                name="one_sign_off_per_content",
            )
        ]

    def __str__(self) -> str:
        return f"{self.object_key} {self.language} {self.signed_on}"


class SecondEditorTask(Task):
    """A step of a workflow: whoever did not write it reads it, and signs."""

    may_publish = Named("literacy.services.may_publish")
    may_sign = Named("literacy.services.may_sign")
    sign = Named("literacy.services.sign")
    is_editor = Named("literacy.services.is_editor")
    sign_form = Named("literacy.gate_forms.SignForm")

    class Meta:
        verbose_name = _("a second editor’s sign-off")
        verbose_name_plural = _("second editors’ sign-offs")

    @classmethod
    def get_description(cls) -> Any:
        return _("An editor who did not write this version reads and signs it.")

    def get_actions(self, obj: Any, user: Any) -> list[tuple[str, Any, bool]]:
        if not self.may_publish(user=user, instance=obj):
            return []
        back = ("reject", _("Ask for changes"), True)
        if not self.may_sign(user=user, instance=obj):
            return [back]
        return [back, ("approve", pgettext_lazy("a version", "Sign"), True)]

    def user_can_access_editor(self, obj: Any, user: Any) -> bool:
        return self.may_publish(user=user, instance=obj)

    def locked_for_user(self, obj: Any, user: Any) -> bool:
        """Keep the version that is read as it is for whoever cannot sign it."""
        return not self.may_sign(user=user, instance=obj)

    def get_form_for_action(self, action: str) -> Any:
        return (
            self.sign_form.target
            if action == "approve"
            else super().get_form_for_action(action)
        )

    def get_template_for_action(self, action: str) -> str:
        return "literacy/admin/sign.html" if action == "approve" else ""

    @transaction.atomic
    def on_action(
        self,
        task_state: Any,
        user: Any,
        action_name: str,
        digest: str = "",
        **kwargs: Any,
    ) -> Any:
        """Sign before the workflow goes on: its end publishes, and asks for it."""
        if action_name == "approve":
            self.sign(user=user, task_state=task_state, digest=digest)
        return super().on_action(task_state, user, action_name, **kwargs)

    def get_task_states_user_can_moderate(self, user: Any, **kwargs: Any) -> Any:
        if not self.is_editor(user=user):
            return TaskState.objects.none()
        waiting = self.task_states.filter(status=TaskState.STATUS_IN_PROGRESS)
        return waiting.exclude(revision__user=user)
