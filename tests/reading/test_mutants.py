"""Break good files at random: what comes out is Problems, never a crash."""

import random

import pytest

from bot.reading.directory_schema import STORIES_FILE
from bot.reading.loading import Loaded, load_files
from bot.reading.sheets import read_sheet
from tests.reading.good import STORIES, files

PIECES = (
    *(b"&a ", b"*a ", b"<<: ", b"!!python/name:os ", b"%YAML 9\n", b"---\n", b"...\n"),
    *(b"\t", b"- ", b": ", b"? ", b"{", b"[", b"}", b"]", b"'", b'"', b"|9\n", b"#"),
    *(b"\xff", b"\x00", b"\r", b"\n", b" ", b",", b"/", b".."),
    *(
        sign.encode()
        for sign in "：，、；－—【】｛｝［］“”＃２\u3000\u202e\u200b\ufeff"
    ),
)


def mutant(dice: random.Random, good: bytes) -> bytes:
    """Return the bytes with a few of them changed, moved, lost or put in."""
    data = bytearray(good)
    for _ in range(dice.randint(1, 6)):
        at = dice.randrange(len(data) + 1)
        match dice.randrange(4):
            case 0:
                data[at:at] = bytes([dice.randrange(256)])
            case 1:
                del data[at : at + dice.randrange(1, 200)]
            case 2:
                data[at:at] = data[at // 2 : at // 2 + dice.randrange(200)]
            case _:
                data[at:at] = dice.choice(PIECES)
    return bytes(data)


def sound(loaded: Loaded) -> bool:
    """Return whether a result is whole: knowledge, or Problems with their places."""
    problems = loaded.problems
    errors = any(one.severity == "error" for one in problems)
    told = all(one.what and one.right and one.place.line > 0 for one in problems)
    return told and (loaded.knowledge is None) == errors


@pytest.mark.parametrize("seed", range(20))
def test_a_hundred_mutants_each_are_read_or_refused(seed: int) -> None:
    dice, good = random.Random(seed), files()
    for _ in range(100):
        name = dice.choice(list(good))
        broken = mutant(dice, good[name])
        assert sound(load_files(good | {name: broken})), (name, broken)


@pytest.mark.parametrize("seed", range(5))
def test_mutants_of_stories_are_read_or_refused(seed: int) -> None:
    dice = random.Random(seed)
    for _ in range(50):
        sheet = read_sheet("s.yaml", mutant(dice, STORIES.encode()), STORIES_FILE)
        assert all(one.what and one.right for one in sheet.problems)
        assert sheet.root is not None or sheet.problems
