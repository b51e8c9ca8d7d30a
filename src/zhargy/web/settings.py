"""Settings of the portal and of the library's database, read from ``ZHARGY_…`` variables.

Django reads this module; there is no other place where the portal is configured. Variables:

- ``ZHARGY_LIBRARY``: folder of the library.
- ``ZHARGY_DATABASE_URL``: a PostgreSQL database in place of the library's own file.
- ``ZHARGY_HOSTS``: names under which the portal may be asked for besides this machine's own, separated by commas.
- ``ZHARGY_UPLOAD_LIMIT_MB``: largest text or file taken, 50 where not set.
- ``ZHARGY_SECRET_KEY``: key that signs forms; where not set, one is made once and kept in the library's folder.
"""

from __future__ import annotations

import os
from pathlib import Path

from django.utils.functional import SimpleLazyObject

from zhargy.bootstrap import default_library
from zhargy.web.secret_key import secret_key

_HERE = Path(__file__).parent

DEBUG = False
SECRET_KEY = os.environ.get("ZHARGY_SECRET_KEY") or SimpleLazyObject(lambda: secret_key(default_library()))
ALLOWED_HOSTS = ["127.0.0.1", "localhost", "[::1]", *filter(None, os.environ.get("ZHARGY_HOSTS", "").split(","))]
ROOT_URLCONF = "zhargy.web.urls"
WSGI_APPLICATION = "zhargy.web.wsgi.application"

INSTALLED_APPS = [
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "zhargy.adapters.database",
    "zhargy.web",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "zhargy.web.middleware.ShutInMiddleware",
    "zhargy.web.middleware.LanguageMiddleware",
    "django.middleware.common.CommonMiddleware",
    "zhargy.web.middleware.BoundedMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "zhargy.web.middleware.RefusalMiddleware",
]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.messages.context_processors.messages",
                "zhargy.web.context.languages",
            ],
        },
    }
]

# The database is opened by the library itself, under an alias of its own
DATABASES: dict[str, dict[str, object]] = {}

# Words and dates
LANGUAGE_CODE = "kk"
LANGUAGES = [("kk", "Қазақша"), ("ru", "Русский"), ("en", "English")]
LOCALE_PATHS = [_HERE / "locale"]
USE_I18N = True
USE_TZ = True
TIME_ZONE = "UTC"

# Files of the pages come from the package, without a step that gathers them
STATIC_URL = "/static/"
WHITENOISE_USE_FINDERS = True
WHITENOISE_MAX_AGE = 0

# What is taken in
UPLOAD_LIMIT = int(os.environ.get("ZHARGY_UPLOAD_LIMIT_MB", "50")) * 2**20
DATA_UPLOAD_MAX_MEMORY_SIZE = UPLOAD_LIMIT
DATA_UPLOAD_MAX_NUMBER_FIELDS = 1000
DATA_UPLOAD_MAX_NUMBER_FILES = 1

# Nobody is signed in: no session; what a person is told after a form travels in a signed cookie, once
MESSAGE_STORAGE = "django.contrib.messages.storage.cookie.CookieStorage"
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Strict"
CSRF_FAILURE_VIEW = "zhargy.web.views.errors.forbidden"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
SECURE_REFERRER_POLICY = None

# The log says what failed and where, never what was read: no query strings, no texts
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{levelname} {name}: {message}", "style": "{"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
    "loggers": {
        "django": {"handlers": ["stderr"], "level": "ERROR", "propagate": False},
        "django.security": {"handlers": [], "level": "CRITICAL", "propagate": False},
        "zhargy": {"handlers": ["stderr"], "level": "WARNING", "propagate": False},
    },
}
