"""Use cases: one function for each thing a person can ask for, over ports that the rim implements.

What the functions take and give lies in `zhargy.app.holdings`; what they need from the outside in `zhargy.app.ports`.
Everything here is pure but for the ports: no file, no clock, no database of its own.
"""
