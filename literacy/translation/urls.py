"""Addresses of the library that our views answer; registered before its own."""

from typing import Any

from django.urls import include, path

from . import views

# Without names: the library's lead to the same addresses.
urlpatterns = [
    path("submit/page/<int:page_id>/", views.SubmitPageView.as_view()),
    path(
        "submit/snippet/<slug:app_label>/<slug:model_name>/<str:pk>/",
        views.SubmitSnippetView.as_view(),
    ),
]


def admin_urls() -> list[Any]:
    return [path("localize/", include(urlpatterns))]
