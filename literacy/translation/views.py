"""The library's views, with our services behind them."""

from typing import Any

import django_filters
from django.contrib import messages
from django.db import transaction
from django.db.models import Exists, OuterRef, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST
from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail.admin.views.pages.utils import get_valid_next_url_from_request
from wagtail_localize.views.report import (
    TranslationsReportFilterSet,
    TranslationsReportView,
)
from wagtail_localize.views.submit_translations import (
    SubmitPageTranslationView,
    SubmitSnippetTranslationView,
)
from wagtail_localize.views.update_translations import (
    UpdateTranslationsForm,
    UpdateTranslationsView,
)

from literacy.errors import RefusedError

from .access import get_translation
from .queries import outdated
from .services import (
    begin_translations,
    lost_by_restart,
    restart_translation,
    stop_translation,
    update_translations,
)


class DraftSubmit:
    """Begins drafts, and tells what is too incomplete for it."""

    @transaction.atomic
    def form_valid(self: Any, form: Any) -> HttpResponse:
        locales = list(form.cleaned_data["locales"])
        begun = begin_translations(
            instance=self.object,
            locales=locales,
            user=self.request.user,
            with_subtree=form.cleaned_data["include_subtree"],
        )
        self.components.save(self.object, sources_and_translations=begun.translations)
        names = [locale.get_display_name() for locale in locales]
        text = self.get_success_message(_(", ").join(names))
        messages.success(self.request, text)
        for one in begun.left_out:
            text = _(
                "“%(title)s” is not complete enough to be translated, and was left out."
            )
            messages.warning(self.request, text % {"title": one.title})
        only = self.object.get_translation(locales[0]) if len(locales) == 1 else None
        return redirect(self.get_success_url() or self.get_default_success_url(only))


class SubmitPageView(DraftSubmit, SubmitPageTranslationView):
    pass


class SubmitSnippetView(DraftSubmit, SubmitSnippetTranslationView):
    pass


class UpdateForm(UpdateTranslationsForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["publish_translations"].help_text = _(
            "Only where nothing new waits for its translation: else nothing is done."
        )


class UpdateView(UpdateTranslationsView):
    """Takes over what the original says, published or as a draft."""

    def get_form(self) -> UpdateForm:
        is_sent = self.request.method == "POST"
        return UpdateForm(self.request.POST if is_sent else None)

    @transaction.atomic
    def form_valid(self, form: Any) -> HttpResponse:
        update_translations(
            source=self.object,
            user=self.request.user,
            publishes=form.cleaned_data["publish_translations"],
        )
        messages.success(self.request, self.get_success_message())
        return redirect(self.get_success_url() or self.get_default_success_url())


@require_POST
def stop(request: HttpRequest, translation_id: int) -> HttpResponse:
    """Leave a translation to the edit form."""
    translation, _target = get_translation(request.user, translation_id)
    stop_translation(translation=translation, user=request.user)
    text = _("Stopped: from now on this language is written here, by hand.")
    messages.success(request, text)
    home = reverse("wagtailadmin_home")
    return redirect(get_valid_next_url_from_request(request) or home)


def restart(request: HttpRequest, translation_id: int) -> HttpResponse:
    """Ask whether to translate again; name the words that would not stay."""
    translation, target = get_translation(request.user, translation_id)
    url = AdminURLFinder(request.user).get_edit_url(target)
    if request.method == "POST":
        restart_translation(translation=translation)
        text = _("Translated again. What was written by hand is in the translation.")
        messages.success(request, text)
        return redirect(url)
    context = {
        "title": str(target),
        "language": translation.source.locale.get_display_name(),
        "lost": lost_by_restart(translation),
        "back": url,
        "header_title": _("Translate again"),
        "header_icon": "rotate",
    }
    return render(request, "literacy/admin/restart_translation.html", context)


def refuse_alias(request: HttpRequest, page_id: int) -> HttpResponse:
    """Refuse to put the words of another language in a page's place."""
    raise RefusedError(
        _("A page does not become a copy in another language: nothing was changed."),
        (_("To hide it, unpublish it. To write it anew, stop its translation."),),
        reverse("wagtailadmin_pages:edit", args=[page_id]),
    )


class ReportFilterSet(TranslationsReportFilterSet):
    is_outdated = django_filters.BooleanFilter(
        label=gettext_lazy("Older than its original")
    )


class ReportView(TranslationsReportView):
    """All translations, with what is older than its original."""

    filterset_class = ReportFilterSet

    def get_queryset(self) -> QuerySet[Any]:
        older = outdated().filter(pk=OuterRef("pk"))
        found: QuerySet[Any] = super().get_queryset()
        return found.annotate(is_outdated=Exists(older)).order_by("-pk")
