"""Settings of the test suite."""

import tempfile
from pathlib import Path

from .dev import *
from .dev import STORAGES

DEBUG = False
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
# Each process has files of its own, the stamp of the stored pages among them.
DATA_DIR = Path(tempfile.mkdtemp(prefix="literacy-test-"))
MEDIA_ROOT = DATA_DIR / "media"
STORAGES["private"]["OPTIONS"] = {"location": DATA_DIR / "private"}
STORAGES["staticfiles"] = {
    "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
}
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = True
