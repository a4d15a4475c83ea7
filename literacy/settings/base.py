"""Settings for every place the site runs in; the environment is read only here."""

from pathlib import Path

import environ
from django.utils.translation import gettext_lazy as _

from .headers import *

BASE_DIR = Path(__file__).resolve().parents[2]
env = environ.Env()

DATA_DIR = Path(env.str("DATA_DIR", str(BASE_DIR / "var")))
DATA_DIR.mkdir(parents=True, exist_ok=True)

DEBUG = False
# The demo content comes with an editor whose password is published.
DEMO_ALLOWED = False
SITE_URL = env.str("SITE_URL", "http://127.0.0.1:8000")
# Where the source code of the running version is: at the foot of every page.
SOURCE_URL = env.str("SOURCE_URL", "")
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=["127.0.0.1", "localhost", "[::1]"])

# Lowest layer first.
INSTALLED_APPS = [
    "literacy",
    "quizzes",
    "courses",
    "wagtail_localize",
    "wagtail_localize.locales",
    "wagtail.contrib.settings",
    "wagtail.contrib.redirects",
    "wagtail.contrib.routable_page",
    "wagtail.embeds",
    "wagtail.sites",
    "wagtail.users",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "django_tasks",
    "csp",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
]

MIDDLEWARE = [
    # First of all: a public page from the cache costs nothing but this.
    "literacy.middleware.page_cache.PageCacheMiddleware",
    # Before all that may answer by itself: each reply has the policies.
    "literacy.middleware.policies.PolicyMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "literacy.middleware.static_files.StaticFilesMiddleware",
    "literacy.middleware.broken_text.BrokenTextMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "literacy.middleware.two_step.TwoStepMiddleware",
    "literacy.middleware.cms_input.CmsInputMiddleware",
    "literacy.middleware.refusals.RefusalMiddleware",
    # Innermost: it sees a 404 before anything else makes something of it.
    "literacy.middleware.old_addresses.OldAddressMiddleware",
]

ROOT_URLCONF = "literacy.urls"
WSGI_APPLICATION = "literacy.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "literacy.frame.frame",
            ],
        },
    },
]

# SQLite needs nothing set up; DATABASE_URL names PostgreSQL.
DATABASES = {
    "default": env.db_url("DATABASE_URL", f"sqlite:///{DATA_DIR / 'site.sqlite3'}")
}
# Each thread keeps its connection: opening one costs more than most answers.
DATABASES["default"]["CONN_MAX_AGE"] = 60
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    # Immediate transactions and the write-ahead log: no "database is locked"
    # when answers are read and written at the same time.
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
    }
else:
    DATABASES["default"]["CONN_HEALTH_CHECKS"] = True
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

REDIS_URL = env.str("REDIS_URL", "")
_MEMORY = "django.core.cache.backends.locmem.LocMemCache"
CACHES = {
    # Rate limits, one-time codes, first answers: shared, and outlives Redis.
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "cache",
        # A school of 300 begins at once; what is over this is thrown away early.
        "OPTIONS": {"MAX_ENTRIES": 10_000},
    },
    # Pictures' sizes: quick, and allowed to be lost.
    "renditions": {"BACKEND": _MEMORY, "LOCATION": "renditions", "TIMEOUT": 86_400},
}
if REDIS_URL:
    # Public pages too, which are files otherwise (literacy.page_store).
    for _name in ("pages", "renditions"):
        CACHES[_name] = {
            "BACKEND": "literacy.caches.ForgivingRedisCache",
            "LOCATION": REDIS_URL,
            "KEY_PREFIX": _name,
            "TIMEOUT": 86_400,
            "OPTIONS": {"socket_timeout": 0.5, "socket_connect_timeout": 0.3},
        }
PAGE_CACHE = env.bool("PAGE_CACHE", True)

# Jobs run at once and in this process, or on any number of RQ workers.
if REDIS_URL:
    INSTALLED_APPS += ["django_rq", "django_tasks_rq"]
    TASKS = {"default": {"BACKEND": "django_tasks_rq.RQBackend", "QUEUES": ["default"]}}
    RQ_QUEUES = {
        "default": {
            "URL": REDIS_URL,
            "SERIALIZER": "rq.serializers.JSONSerializer",
            "REDIS_CLIENT_KWARGS": {
                "socket_timeout": 0.5,
                "socket_connect_timeout": 0.3,
            },
        }
    }
else:
    TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}

# Languages. Sorani joins LANGUAGES when it has content: fonts, months and
# settings are ready.
LANGUAGE_CODE = "ar"
LANGUAGES = WAGTAIL_CONTENT_LANGUAGES = [("ar", "العربية"), ("en", "English")]
LANGUAGE_COOKIE_AGE = 31_536_000
LANGUAGE_COOKIE_SAMESITE = "Lax"
LOCALE_PATHS = [BASE_DIR / "locale"]
FORMAT_MODULE_PATH = ["literacy.date_formats"]
WAGTAIL_I18N_ENABLED = True
WAGTAILLOCALIZE_SYNC_LIVE_STATUS_ON_TRANSLATE = False
WAGTAILLOCALIZE_DISABLE_ON_DELETE = True
USE_TZ = True
TIME_ZONE = "Asia/Baghdad"
# "native": ٠–٩ in Arabic and Sorani. "latin": 0–9 everywhere.
DIGITS = env.str("DIGITS", "native")

# Accounts: editors and teachers only; learners need none.
AUTH_USER_MODEL = "literacy.User"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "wagtailadmin_home"
ACCOUNT_ADAPTER = "literacy.accounts.AccountAdapter"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*", "password2*"]
ACCOUNT_EMAIL_VERIFICATION = "mandatory"
ACCOUNT_PREVENT_ENUMERATION = "strict"
ACCOUNT_REAUTHENTICATION_REQUIRED = True
# A school of 300 sits behind one address: generous by address, strict by account.
ACCOUNT_RATE_LIMITS = {
    "login": "600/m/ip",
    "login_failed": "200/m/ip,5/300s/key,20/d/key",
    "signup": "120/m/ip",
    # Return phrases: a class may type theirs at once, nobody may try thousands.
    "phrase": "60/m/ip,300/m/key",
}
ALLAUTH_TRUSTED_PROXY_COUNT = env.int("TRUSTED_PROXY_COUNT", 0)
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
MFA_TOTP_ISSUER = "Think Before You Share"
MFA_TOTP_TOLERANCE = 1
MFA_FORMS = {
    "authenticate": "literacy.forms.AuthenticateForm",
    "reauthenticate": "literacy.forms.ReauthenticateForm",
    "activate_totp": "literacy.forms.ActivateTOTPForm",
}
# Whoever may enter the CMS must have two-step verification on.
CMS_NEEDS_TWO_STEP = env.bool("CMS_NEEDS_TWO_STEP", True)
DEFAULT_FROM_EMAIL = env.str("DEFAULT_FROM_EMAIL", "site@localhost")
EMAIL_CONFIG = env.email_url("EMAIL_URL", default="consolemail://")
vars().update(EMAIL_CONFIG)

# What content may name: the site's own hashtags; and a file of words that it may
# not, one a line, kept outside the repository.
SITE_HASHTAGS = ["#فكر_قبل_ما_تشارك", "#ThinkBeforeYouShare"]
DENYLIST_FILE = env.str("DENYLIST_FILE", "")

# Learners. Sensitive pages have a quick way out to this harmless page.
LEARNER_COOKIE_AGE = 400 * 86_400
EXIT_URL = env.str("EXIT_URL", "https://www.wikipedia.org/")
# Practice pictures are stamped in Arabic, or commands such as migrate stop.
ARABIC_STAMPS_REQUIRED = env.bool("ARABIC_STAMPS_REQUIRED", True)

# What breaks is told on the console, with its traceback and without addresses.
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {"django.request": {"level": "ERROR"}},
}

# CMS.
SITE_NAME = WAGTAIL_SITE_NAME = _("Think Before You Share")
WAGTAILADMIN_BASE_URL = SITE_URL
# A door (literacy.urls) that leads to the one sign-in, in the right language.
WAGTAILADMIN_LOGIN_URL = "/cms/login/"
WAGTAIL_FRONTEND_LOGIN_URL = "/ar/accounts/login/"
# What is written is saved as a draft by itself, after so many seconds; 0: it is not.
WAGTAIL_AUTOSAVE_INTERVAL = env.int("AUTOSAVE_SECONDS", 10) * 1000
# Old drafts are deleted, but those that were published, signed or submitted.
REVISION_DAYS = env.int("REVISION_DAYS", 90)
WAGTAIL_PASSWORD_RESET_ENABLED = False
WAGTAIL_PASSWORD_MANAGEMENT_ENABLED = False
WAGTAIL_EMAIL_MANAGEMENT_ENABLED = False
WAGTAILADMIN_PERMITTED_LANGUAGES = [("ar", "العربية"), ("en", "English")]
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAIL_PRIVATE_PAGE_OPTIONS = {"SHARED_PASSWORD": False}
WAGTAILDOCS_PRIVATE_COLLECTION_OPTIONS = {"SHARED_PASSWORD": False}
WAGTAILDOCS_EXTENSIONS = ["pdf", "docx", "odt", "txt"]
WAGTAILDOCS_SERVE_METHOD = "serve_view"
WAGTAILDOCS_MAX_UPLOAD_SIZE = 10 * 2**20
WAGTAILIMAGES_IMAGE_MODEL = "literacy.SiteImage"
# Editors upload photographs; SVG comes only from the project's own content files.
WAGTAILIMAGES_EXTENSIONS = "gif jpg jpeg png webp avif heic heif".split()
WAGTAILIMAGES_IMAGE_FORM_BASE = "literacy.image_forms.SiteImageForm"
# A phone's photograph of 48 megapixels; what is kept is smaller (literacy.cleaning).
WAGTAILIMAGES_MAX_UPLOAD_SIZE = 20 * 2**20
WAGTAILSEARCH_BACKENDS = {
    "default": {"BACKEND": "literacy.text.search", "ATOMIC_REBUILD": True}
}
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000
TAGGIT_CASE_INSENSITIVE = True

# Files.
STATIC_URL = "/static/"
STATIC_ROOT = Path(env.str("STATIC_ROOT", str(DATA_DIR / "static")))
STATICFILES_DIRS = [BASE_DIR / "static"]
MEDIA_URL = "/media/"
MEDIA_ROOT = DATA_DIR / "media"
# What is made for the public is served; originals and documents are not.
STORAGES = {
    "default": {"BACKEND": "literacy.storage.MediaStorage"},
    "served": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "private": {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {"location": DATA_DIR / "private"},
    },
    "staticfiles": {"BACKEND": "literacy.storage.StaticStorage"},
}
if env.str("MEDIA_BUCKET", ""):
    _ACCESS = {
        "endpoint_url": env.str("MEDIA_BUCKET_ENDPOINT", None),
        "access_key": env.str("MEDIA_BUCKET_KEY", None),
        "secret_key": env.str("MEDIA_BUCKET_SECRET", None),
    }
    _SERVED = {
        "bucket_name": env.str("MEDIA_BUCKET"),
        "custom_domain": env.str("MEDIA_BUCKET_DOMAIN", None),
        "querystring_auth": False,
    }
    _PRIVATE = {"bucket_name": env.str("MEDIA_BUCKET_PRIVATE")}
    for _name, _bucket in (("served", _SERVED), ("private", _PRIVATE)):
        STORAGES[_name] = {
            "BACKEND": "storages.backends.s3.S3Storage",
            "OPTIONS": {**_ACCESS, **_bucket},
        }
