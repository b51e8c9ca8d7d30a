"""Stemmers, one module a language; `zhargy.text.stems` is their front door."""
