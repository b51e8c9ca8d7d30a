"""Thousands of rows at once: one statement, prepared once, with plain values and no objects of the ORM in between.

An act of a megabyte puts some ten thousand rows into four tables. With objects, and statements as long as their rows,
that took three times as long.
"""
# ruff: noqa: SLF001 - `_meta` is Django's own public way to ask a table for its columns

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Any, Final

from django.db import connections
from django.db.models import Field, JSONField, Model

_BATCH: Final = 1000


def insert(alias: str, table: type[Model], columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    """Insert rows.

    Args:
        alias: The database.
        table: The table.
        columns: Names of its fields, all but the key that it makes up itself.
        rows: Their values, in the order of `columns`.
    """
    names = ", ".join(_quoted(alias, table, columns))
    places = ", ".join(["%s"] * len(columns))
    statement = f"INSERT INTO {_quoted_name(alias, table)} ({names}) VALUES ({places})"  # noqa: S608 - our own names
    _run(alias, statement, _values(alias, table, columns, rows))


def update(
    alias: str, table: type[Model], columns: Sequence[str], *, keys: Sequence[str], rows: Iterable[Sequence[Any]]
) -> None:
    """Change rows that are there.

    Args:
        alias: The database.
        table: The table.
        columns: Names of the fields to change.
        keys: Names of the fields that tell which row.
        rows: New values in the order of `columns`, then those of `keys`.
    """
    changes = ", ".join(f"{name} = %s" for name in _quoted(alias, table, columns))
    condition = " AND ".join(f"{name} = %s" for name in _quoted(alias, table, keys))
    statement = f"UPDATE {_quoted_name(alias, table)} SET {changes} WHERE {condition}"  # noqa: S608 - our own names
    _run(alias, statement, _values(alias, table, (*columns, *keys), rows))


def _run(alias: str, statement: str, rows: Iterator[list[Any]]) -> None:
    with connections[alias].cursor() as cursor:
        while batch := list(islice(rows, _BATCH)):
            cursor.executemany(statement, batch)


def _values(
    alias: str, table: type[Model], columns: Sequence[str], rows: Iterable[Sequence[Any]]
) -> Iterator[list[Any]]:
    """Yield rows as the driver takes them: of all our columns only JSON looks different in each database."""
    connection = connections[alias]
    json = [(at, field) for at, field in enumerate(_fields(table, columns)) if isinstance(field, JSONField)]
    for row in rows:
        values = list(row)
        for at, field in json:
            values[at] = field.get_db_prep_save(values[at], connection)
        yield values


def _quoted(alias: str, table: type[Model], columns: Sequence[str]) -> list[str]:
    quote = connections[alias].ops.quote_name
    return [quote(str(field.column)) for field in _fields(table, columns)]


def _quoted_name(alias: str, table: type[Model]) -> str:
    return connections[alias].ops.quote_name(table._meta.db_table)


def _fields(table: type[Model], columns: Sequence[str]) -> list[Field[Any, Any]]:
    by_name = {field.name: field for field in table._meta.local_concrete_fields}
    return [by_name[column] for column in columns]
