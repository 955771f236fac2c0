"""Write which matters are paused; the rows stay, so that old cards can be printed."""

import re
from datetime import date

from bot.reading.json_schema import modeline

FILE = "paused.yaml"
NOTE = "# 暂时不回答的事项：由 wenlu pause 写。行不要删，重印旧卡片要用。"
HEAD = f"{modeline(FILE)}\n{NOTE}\n"
NONE = re.compile(r"^paused:[ ]*\[\][ ]*$", re.MULTILINE)
ROW = "  - {{matter: {matter}, because: '{because}', on: {on}}}"


def with_pause(text: str, matter: str, because: str, on: date) -> str:
    """Return the text of the file with one more matter paused."""
    reason = " ".join(because.split()).replace("'", "''")
    row = ROW.format(matter=matter, because=reason, on=on)
    text = NONE.sub("paused:", text or f"{HEAD}paused:\n").rstrip("\n")
    return f"{text}\n{row}\n"


def without_pause(text: str, matter: str, until: date) -> str:
    """Return the text of the file with the matter answered again from a day on."""
    row = re.compile(rf"^(  - \{{matter: {re.escape(matter)}, (?!.*\buntil:).*)\}}$")
    lines = (row.sub(rf"\1, until: {until}}}", line) for line in text.split("\n"))
    return "\n".join(lines)
