from django.urls import path

from . import views

urlpatterns = [
    path("answers/", views.answer, name="answer_new"),
    path("answers/<uuid:uuid>/", views.show_answer, name="answer"),
    path("checks/", views.start_check, name="check_start"),
    path("checks/<str:code>/", views.show_attempt, name="attempt"),
    path("subjects/<uuid:key>/", views.subject, name="subject"),
]

# Below the reports of the CMS.
report_patterns = [
    path("", views.reports.items, name="items"),
    path(
        "activities/<uuid:key>/<slug:language>/",
        views.reports.item,
        name="item",
    ),
    path("pages/", views.reports.subjects, name="subjects"),
    path(
        "pages/<uuid:key>/<slug:language>/",
        views.reports.subject,
        name="subject",
    ),
]
