"""From bytes of any known format to an addressable document, and back."""

from zhargy.parsing.assembly import structure
from zhargy.parsing.blocks import Reading
from zhargy.parsing.recognition import Recognise, Recognised
from zhargy.parsing.registry import READERS, detect, read
from zhargy.parsing.writing import WRITERS, write

__all__ = ["READERS", "WRITERS", "Reading", "Recognise", "Recognised", "detect", "read", "structure", "write"]
