"""The workflow in which a second editor reads and signs."""

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop
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

# “Submit to …” in the CMS, and the one step.
WORKFLOW = gettext_noop("a second editor")
TASK = gettext_noop("Second editor’s sign-off")


@transaction.atomic
def set_up_sign_off() -> Workflow:
    """Let every page and activity be submitted to a second editor; safe to repeat."""
    workflow = sign_off_workflow()
    translate_workflow()
    for home in HomePage.objects.all():
        let_second_editors_sign(home)
    for model in get_workflow_enabled_models():
        kind = ContentType.objects.get_for_model(model)
        WorkflowContentType.objects.get_or_create(
            content_type=kind, defaults={"workflow": workflow}
        )
    return workflow


def translate_workflow() -> None:
    """Say what was made before it could be said in Arabic; keep other names."""
    Workflow.objects.filter(name=WORKFLOW).update(name=_(WORKFLOW))
    SecondEditorTask.objects.filter(name=TASK).update(name=_(TASK))


def sign_off_workflow() -> Workflow:
    """Return the workflow with the one step of our own, made at the first call."""
    task = SecondEditorTask.objects.filter(active=True).first()
    if task is None:
        task = SecondEditorTask.objects.create(name=_(TASK))
    step = WorkflowTask.objects.filter(task=task).select_related("workflow").first()
    if step is not None:
        return step.workflow
    workflow = Workflow.objects.create(name=_(WORKFLOW))
    WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=0)
    return workflow


def let_second_editors_sign(home: Page) -> None:
    """Lead what is submitted below a home page to the second editor.

    Whoever chose another workflow for it keeps that.
    """
    WorkflowPage.objects.get_or_create(
        page=home, defaults={"workflow": sign_off_workflow()}
    )
