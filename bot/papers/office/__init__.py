"""Print what an office hangs up or hands out, from the same knowledge as the talk."""

from bot.papers.office.sheets import UnknownSheetError, sheet

__all__ = ["UnknownSheetError", "sheet"]
