"""What has to stand before the first module is collected: Django, under the settings of the portal, and fixtures.

Modules of the database and of the portal cannot be imported before Django is set up, not even to look for examples.
"""

from __future__ import annotations

import os

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "zhargy.web.settings")

from zhargy.adapters.database import set_up

set_up()

pytest_plugins = ["libraries"]
