"""Say what a place adds to the site: pages that stand before ours, rooms, a policy."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from starlette.routing import Route

    from bot.channels.web.desk import Desk


@dataclass(frozen=True, slots=True)
class Furniture:
    """Hold what a place has besides the site that any browser sees."""

    templates: Path
    style: Path
    script: Path
    policy: str
    rooms: Callable[[Desk], list[Route]]
    addresses: frozenset[str] = frozenset()
    words: Mapping[str, object] = field(default_factory=dict)
