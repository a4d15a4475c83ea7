"""The library's views, with our services behind them."""

from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from wagtail_localize.views.submit_translations import (
    SubmitPageTranslationView,
    SubmitSnippetTranslationView,
)

from .services import begin_translations


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
