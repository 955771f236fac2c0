"""Draw the road and the guides as pictures, laid out without system programs."""

from bot.papers.drawing.picture import UnknownPictureError, draw, pages

__all__ = ["UnknownPictureError", "draw", "pages"]
