"""Norms as data: typed facts, three-valued conditions, sanctions as values.

Each package below has its own facade; nothing here reads a file or asks the day.
"""
