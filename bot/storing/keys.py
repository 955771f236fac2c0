"""Make the keys of a day, keep them outside the database, and destroy old ones.

What is written under a key that is gone can be found and opened by nobody.
"""

import contextlib
import fcntl
import os
import secrets
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

KEY_BYTES = 32
PRIVATE = 0o600
_HOUR = 60 * 60


@dataclass(frozen=True, slots=True)
class Ring:
    """Name one kind of key: how long each is the newest, and how many are alive."""

    name: str
    seconds: int
    alive: int


TALKS = Ring("talks", 24 * _HOUR, 2)
"""Pseudonyms and seals of talks, which live 24 hours; destroyed within 48 hours."""
GUARDS = Ring("guards", 12 * _HOUR, 4)
"""Known deliveries, known again for 36 hours; destroyed within 48 hours."""
RINGS = (TALKS, GUARDS)

Made = dict[tuple[str, int], bytes]
"""Keys by the name of their ring and the number of their time."""


class KeyFileError(Exception):
    """Tell that the file of keys cannot be used as it is."""


class Keys:
    """Give the keys that are alive; several processes may share the file."""

    def __init__(self, file: Path, clock: Callable[[], float]) -> None:
        self._file, self._clock = file, clock
        self._alive: MappingProxyType[str, tuple[bytes, ...]] = MappingProxyType({})
        self._until = 0.0

    def of(self, ring: Ring) -> tuple[bytes, ...]:
        """Return the keys of a ring, the newest first."""
        now = self._clock()
        if now >= self._until:
            self._turn(now)
        return self._alive[ring.name]

    def _turn(self, now: float) -> None:
        """Make what is missing, destroy what is too old, and remember the rest."""
        with _locked(self._file):
            made = _read(self._file)
            kept = _turned(made, now)
            if kept != made:
                _replace(self._file, kept)
        self._alive = MappingProxyType(
            {ring.name: tuple(_of(kept, ring).values()) for ring in RINGS}
        )
        self._until = min((now // ring.seconds + 1) * ring.seconds for ring in RINGS)


def _turned(made: Made, now: float) -> Made:
    """Return the keys that stay, with new ones where a new time has begun.

    A clock set back a day keeps the keys it had; one set back further, none.
    """
    kept: Made = {}
    for ring in RINGS:
        time, held = int(now // ring.seconds), _of(made, ring)
        newest = max(held, default=time)
        if newest - time > TALKS.seconds // ring.seconds:
            held, newest = {}, time
        time = max(time, newest)
        held.setdefault(time, secrets.token_bytes(KEY_BYTES))
        kept |= {
            (ring.name, number): key
            for number, key in held.items()
            if number > time - ring.alive
        }
    return kept


def _of(made: Made, ring: Ring) -> dict[int, bytes]:
    numbers = sorted((n for name, n in made if name == ring.name), reverse=True)
    return {number: made[ring.name, number] for number in numbers}


@contextlib.contextmanager
def _locked(file: Path) -> Iterator[None]:
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    handle = os.open(file.with_suffix(".lock"), os.O_CREAT | os.O_RDWR, PRIVATE)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def _read(file: Path) -> Made:
    """Return the keys of the file; one that others can read is not used.

    Raises: KeyFileError.
    """
    try:
        handle = os.open(file, os.O_RDONLY | os.O_NOFOLLOW)
    except FileNotFoundError:
        return {}
    with open(handle, encoding="ascii", errors="replace") as stream:  # noqa: PTH123
        if os.fstat(handle).st_mode & 0o077:
            raise KeyFileError("密钥文件别的用户也能读；请改成只有自己能读写（600）")
        lines = [line.split() for line in stream]
    try:
        return {(name, int(n)): bytes.fromhex(key) for name, n, key in lines}
    except ValueError:
        raise KeyFileError("密钥文件坏了；删掉它，没说完的对话会从头开始") from None


def _replace(file: Path, made: Made) -> None:
    """Put the new file in the place of the old one, then blank the old one."""
    new = file.with_suffix(".new")
    text = "".join(f"{name} {n} {key.hex()}\n" for (name, n), key in made.items())
    handle = os.open(new, os.O_CREAT | os.O_WRONLY | os.O_TRUNC, PRIVATE)
    with open(handle, "wb") as stream:  # noqa: PTH123
        os.fchmod(handle, PRIVATE)
        stream.write(text.encode())
        stream.flush()
        os.fsync(handle)
    with contextlib.ExitStack() as old:
        blanked = [old.enter_context(file.open("r+b"))] if file.exists() else []
        new.replace(file)
        for gone in blanked:
            gone.write(b"0" * os.fstat(gone.fileno()).st_size)
            gone.flush()
            os.fsync(gone.fileno())
