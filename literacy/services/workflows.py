"""The workflow in which a second editor reads and signs."""

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.models import (
    Page,
    Workflow,
    WorkflowContentType,
    WorkflowPage,
    WorkflowTask,
)
from wagtail.snippets.models import get_workflow_enabled_models

from literacy.models import HomePage
from literacy.models.signoffs import SecondEditorTask


@transaction.atomic
def set_up_sign_off() -> Workflow:
    """Let every page and activity be submitted to a second editor; safe to repeat."""
    workflow = sign_off_workflow()
    for home in HomePage.objects.all():
        let_second_editors_sign(home)
    for model in get_workflow_enabled_models():
        kind = ContentType.objects.get_for_model(model)
        WorkflowContentType.objects.get_or_create(
            content_type=kind, defaults={"workflow": workflow}
        )
    return workflow


def sign_off_workflow() -> Workflow:
    """Return the workflow with the one step of our own, made at the first call."""
    task = SecondEditorTask.objects.filter(active=True).first()
    if task is None:
        task = SecondEditorTask.objects.create(name=_("Second editor’s sign-off"))
    step = WorkflowTask.objects.filter(task=task).select_related("workflow").first()
    if step is not None:
        return step.workflow
    workflow = Workflow.objects.create(name=_("a second editor"))
    WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=0)
    return workflow


def let_second_editors_sign(home: Page) -> None:
    """Lead what is submitted below a home page to the second editor.

    Whoever chose another workflow for it keeps that.
    """
    WorkflowPage.objects.get_or_create(
        page=home, defaults={"workflow": sign_off_workflow()}
    )
