"""Settings of the portal and of the library's database, read from ``ZHARGY_…`` variables."""

from __future__ import annotations

SECRET_KEY = "not-secret"  # noqa: S105
INSTALLED_APPS: list[str] = []
DATABASES = {"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}}
USE_TZ = True
