"""``python -m zhargy``."""

from zhargy.cli import main

main()
