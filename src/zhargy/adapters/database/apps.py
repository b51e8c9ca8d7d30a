"""The Django application that holds the tables of a library."""

from __future__ import annotations

from django.apps import AppConfig


class LibraryConfig(AppConfig):
    """Tables of a library, under the label ``library``."""

    name = "zhargy.adapters.database"
    label = "library"
    default_auto_field = "django.db.models.BigAutoField"
