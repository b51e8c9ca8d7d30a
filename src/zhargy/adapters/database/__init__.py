"""The library's database: SQLite in the library's folder, or PostgreSQL, through Django's ORM.

Importing this package touches no database; `connect` opens one. More than one can be open at a time, each under an
alias of its own.
"""

from zhargy.adapters.database.connecting import connect, set_up
from zhargy.adapters.database.settings import SETTINGS

__all__ = ["SETTINGS", "connect", "set_up"]
