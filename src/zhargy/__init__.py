"""Zhargy: an open legal workbench."""

__version__ = "0.1.0"
