"""Settings of a fresh clone: no environment needed."""

from .base import *
from .base import env

SECRET_KEY = env.str("SECRET_KEY", "only-for-a-machine-that-nobody-else-reaches")
DEBUG = env.bool("DEBUG", False)
# The demo editor signs in with a password alone.
CMS_NEEDS_TWO_STEP = env.bool("CMS_NEEDS_TWO_STEP", False)
ALLOWED_HOSTS = ["*"]
# Without FriBiDi in the system stamps are in English, and a warning says so.
ARABIC_STAMPS_REQUIRED = env.bool("ARABIC_STAMPS_REQUIRED", False)
