"""A proof as a drawing: its lines in words (`outline`), then their places and the drawing itself (`svg`)."""

from zhargy.norms.exports.drawing.outline import MARKS, Line, outline
from zhargy.norms.exports.drawing.svg import Box, place, svg, wrap

__all__ = ["MARKS", "Box", "Line", "outline", "place", "svg", "wrap"]
