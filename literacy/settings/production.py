"""Settings of a site that others reach: it does not start with weak ones."""

from django.core.exceptions import ImproperlyConfigured

from .base import *
from .base import env
from .weaknesses import weaknesses

DEBUG = env.bool("DEBUG", False)
SECRET_KEY = env.str("SECRET_KEY", "")
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=[])
CSRF_TRUSTED_ORIGINS = env.list("CSRF_TRUSTED_ORIGINS", default=[])

# A site in a network of its own, such as a school's without internet.
PLAIN_HTTP = env.bool("PLAIN_HTTP", False)
SECURE_SSL_REDIRECT = env.bool("SECURE_SSL_REDIRECT", not PLAIN_HTTP)
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
# Browsers hold on to these, also after a change of mind, and only the host knows what
# else runs below the name: Django does not warn of what is left out.
SECURE_HSTS_SECONDS = env.int("SECURE_HSTS_SECONDS", 0 if PLAIN_HTTP else 31_536_000)
SECURE_HSTS_INCLUDE_SUBDOMAINS = env.bool("SECURE_HSTS_INCLUDE_SUBDOMAINS", False)
SECURE_HSTS_PRELOAD = env.bool("SECURE_HSTS_PRELOAD", False)
SILENCED_SYSTEM_CHECKS = [
    "security.W005",
    "security.W021",
    # The CMS shows previews of our own pages in frames.
    "security.W019",
]
SESSION_COOKIE_SECURE = not PLAIN_HTTP
CSRF_COOKIE_SECURE = not PLAIN_HTTP
LANGUAGE_COOKIE_SECURE = not PLAIN_HTTP
LEARNER_COOKIE_SECURE = not PLAIN_HTTP

if _found := weaknesses(globals()):
    raise ImproperlyConfigured(
        "The site does not start with these settings:\n- " + "\n- ".join(_found)
    )
