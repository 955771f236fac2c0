"""Prove the map before it is served."""

from bot.proving.coverage import Coverage, TaxonomyError, coverage, read_taxonomy
from bot.proving.currency import Flag, flagged
from bot.proving.lockfile import (
    LawTextError,
    Lock,
    LockError,
    read_lock,
    write_lock,
)
from bot.proving.measure import Measure, measure
from bot.proving.proof import prove
from bot.proving.stories import check_stories

__all__ = [
    "Coverage",
    "Flag",
    "LawTextError",
    "Lock",
    "LockError",
    "Measure",
    "TaxonomyError",
    "check_stories",
    "coverage",
    "flagged",
    "measure",
    "prove",
    "read_lock",
    "read_taxonomy",
    "write_lock",
]
