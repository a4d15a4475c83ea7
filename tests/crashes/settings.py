"""Settings of a site that dies or dawdles where a test says so."""

from literacy.settings.dev import *  # noqa: F403
from literacy.settings.dev import INSTALLED_APPS, STORAGES

INSTALLED_APPS = [*INSTALLED_APPS, "tests.crashes"]
# Nothing was collected.
STORAGES["staticfiles"] = {
    "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
}
WHITENOISE_USE_FINDERS = True
