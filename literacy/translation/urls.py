"""Addresses of the library that our views answer; registered before its own."""

from typing import Any

from django.urls import include, path
from wagtail_localize.views import edit_translation as library

from . import views
from .access import only_what_is_there

ONE = "translate/<int:translation_id>/"

# Without names where the library has one: it leads to the same address.
urlpatterns = [
    path("submit/page/<int:page_id>/", views.SubmitPageView.as_view()),
    path(
        "submit/snippet/<slug:app_label>/<slug:model_name>/<str:pk>/",
        views.SubmitSnippetView.as_view(),
    ),
    path(
        "update/<int:translation_source_id>/",
        only_what_is_there(views.UpdateView.as_view()),
    ),
    path("reports/translations/", views.ReportView.as_view()),
    path("reports/translations/results/", views.ReportView.as_view(results_only=True)),
    path(f"{ONE}disable/", views.stop),
    path(f"{ONE}restart/", views.restart, name="restart_translation"),
    path("page/<int:page_id>/convert_to_alias/", views.refuse_alias),
    path(
        f"{ONE}strings/<int:string_segment_id>/edit/",
        only_what_is_there(library.edit_string_translation),
    ),
    path(
        f"{ONE}overrides/<int:overridable_segment_id>/edit/",
        only_what_is_there(library.edit_override),
    ),
    path(f"{ONE}pofile/download/", only_what_is_there(library.download_pofile)),
    path(f"{ONE}pofile/upload/", only_what_is_there(library.upload_pofile)),
    path(f"{ONE}preview/", only_what_is_there(library.preview_translation)),
    path(f"{ONE}preview/<str:mode>/", only_what_is_there(library.preview_translation)),
]


def admin_urls() -> list[Any]:
    return [path("localize/", include(urlpatterns))]
