"""Settings of a fresh clone: no environment needed."""

from .base import *
from .base import env
from .weaknesses import PUBLISHED_KEY

SECRET_KEY = env.str("SECRET_KEY", PUBLISHED_KEY)
DEBUG = env.bool("DEBUG", False)
# The demo editor signs in with a published password alone.
DEMO_ALLOWED = True
CMS_NEEDS_TWO_STEP = env.bool("CMS_NEEDS_TWO_STEP", False)
ALLOWED_HOSTS = ["*"]
# Without FriBiDi in the system stamps are in English, and a warning says so.
ARABIC_STAMPS_REQUIRED = env.bool("ARABIC_STAMPS_REQUIRED", False)
