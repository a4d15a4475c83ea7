"""The smallest Django site there is, to measure the real one by.

Settings, addresses, view and application in one module.
"""

from functools import cache

from django.core.wsgi import get_wsgi_application
from django.http import HttpResponse
from django.urls import path

SECRET_KEY = "bare"
ALLOWED_HOSTS = ["*"]
ROOT_URLCONF = __name__
INSTALLED_APPS: list[str] = []
MIDDLEWARE: list[str] = []


def view(request):
    return HttpResponse(f"{len(request.POST)} fields")


urlpatterns = [path("", view)]


def application(environ, start_response):
    return handler()(environ, start_response)


@cache
def handler():
    """Build Django at the first request: by then these settings can be read."""
    return get_wsgi_application()
