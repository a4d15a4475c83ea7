"""Every address of the site."""

from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path, re_path
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls

from literacy import views

urlpatterns = [
    path("", views.front_door, name="front_door"),
    # Doors that would let somebody in past two-step verification and limits.
    path("cms/login/", views.sign_in_door),
    re_path(r"^cms/password_reset/(?P<rest>.*)$", views.sign_in_door),
    path("cms/", include(wagtailadmin_urls)),
    path("documents/", include(wagtaildocs_urls)),
    # Behind nginx or a bucket these files never reach Python.
    path("media/<path:name>", views.media),
]

urlpatterns += i18n_patterns(
    path("accounts/", include("allauth.urls")),
    path("_util/login/", views.sign_in_door),
    path("", include("quizzes.urls")),
    path("", include("courses.urls")),
    path("", include(wagtail_urls)),
)

handler400 = "literacy.views.errors.bad_request"
handler403 = "literacy.views.errors.permission_denied"
handler404 = "literacy.views.errors.not_found"
# Asked for by allauth.
handler429 = "literacy.views.errors.too_many_requests"
handler500 = "literacy.views.errors.server_error"
