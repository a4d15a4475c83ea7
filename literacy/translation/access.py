"""Who may submit content for translation, and who may work on a translation."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.auth.models import Permission
from django.core.exceptions import ObjectDoesNotExist, PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from wagtail_localize.models import Translation
from wagtail_localize.views.edit_translation import user_can_edit_instance


def submit_permission() -> Permission:
    """Return the right to submit pages and snippets for translation."""
    return Permission.objects.get(
        content_type__app_label="wagtail_localize", codename="submit_translation"
    )


def may_submit(user: Any) -> bool:
    return bool(user.has_perm("wagtail_localize.submit_translation"))


def get_translation(user: Any, pk: int) -> tuple[Translation, Any]:
    """Return a translation and the page or snippet that it makes; 404 or 403."""
    translation = get_object_or_404(Translation, pk=pk)
    try:
        target = translation.get_target_instance()
    except ObjectDoesNotExist as error:
        raise Http404 from error
    if not user_can_edit_instance(user, target):
        raise PermissionDenied
    return translation, target


def only_what_is_there(
    view: Callable[..., HttpResponse],
) -> Callable[..., HttpResponse]:
    """Answer 404 where a view of the library looks for something that was deleted."""

    @wraps(view)
    def found(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            return view(request, *args, **kwargs)
        except ObjectDoesNotExist as error:
            raise Http404 from error

    return found
