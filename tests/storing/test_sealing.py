"""A row tells nothing, and opens only for the citizen whose it is."""

import json
from dataclasses import replace

import pytest

from bot.core.facts import Case, Fact
from bot.core.state import State
from bot.storing.contract import Delivery, Kept
from bot.storing.sealing import BLOCK_LETTERS, Held, guard, named, seal, unseal
from bot.storing.vault import found, sealed_row
from tests.core.test_encoding import TALK

KEY, OTHER = b"k" * 32, b"o" * 32
HELD = Held(Kept(TALK, 1_795_500_000), 1_795_490_000, 3)
NAME = named(KEY, "telegram:1", "4711")


def test_a_sealed_talk_opens_whole() -> None:
    assert unseal(NAME, 3, seal(NAME, HELD, TALK)) == HELD


@pytest.mark.parametrize(
    ("key", "channel", "citizen"),
    [
        (OTHER, "telegram:1", "4711"),
        (KEY, "telegram:2", "4711"),
        (KEY, "telegram:1", "4712"),
    ],
)
def test_another_key_account_or_citizen_neither_finds_nor_opens_it(
    key: bytes, channel: str, citizen: str
) -> None:
    other = named(key, channel, citizen)
    assert other.row != NAME.row
    assert unseal(replace(NAME, opens=other.opens), 3, seal(NAME, HELD, TALK)) is None


@pytest.mark.parametrize("version", [2, 4])
def test_a_row_of_another_version_does_not_open(version: int) -> None:
    assert unseal(NAME, version, seal(NAME, HELD, TALK)) is None


def test_a_seal_put_into_another_row_does_not_open() -> None:
    other = replace(NAME, row=b"x" * 16)
    assert unseal(other, 3, seal(NAME, HELD, TALK)) is None


@pytest.mark.parametrize("at", [0, 12, 40, -1])
def test_a_changed_byte_is_noticed(at: int) -> None:
    sealed = bytearray(seal(NAME, HELD, TALK))
    sealed[at] ^= 1
    assert unseal(NAME, 3, bytes(sealed)) is None


@pytest.mark.parametrize("left", [0, 5, 12, 30])
def test_a_cut_seal_is_noticed(left: int) -> None:
    assert unseal(NAME, 3, seal(NAME, HELD, TALK)[:left]) is None


def test_the_length_tells_little_and_two_seals_differ() -> None:
    one = replace(
        TALK, cases=(Case("工伤", (("谁欠的", Fact("工地", "asked")),)),), at=0
    )
    sizes = {len(seal(NAME, HELD, state)) for state in (one, State("v"))}
    assert len(sizes) == 1
    assert (sizes.pop() - 12 - 16) % BLOCK_LETTERS == 0
    assert seal(NAME, HELD, TALK) != seal(NAME, HELD, TALK)


def test_a_delivery_does_not_lead_to_the_talk() -> None:
    one, two = (Delivery("telegram:1", who, "99") for who in ("4711", "4712"))
    assert guard(KEY, one) == guard(KEY, two) != NAME.row


def test_names_cannot_be_moved_from_one_part_to_the_next() -> None:
    assert named(KEY, "a", "bc").row != named(KEY, "ab", "c").row


def test_a_strange_id_is_a_name_like_any_other() -> None:
    assert len(named(KEY, "wechat:x", "\ud83d\x00'; --").row) == 16


def test_a_row_that_ended_or_is_not_ours_is_no_talk() -> None:
    row = sealed_row(NAME, found((NAME,), (), 0), TALK, 1_000)
    assert found((NAME,), [row], 1_000).kept.state == TALK
    assert found((NAME,), [row], row.until).kept == Kept()
    assert found((named(OTHER, "a", "b"),), [row], 1_000).row == b""


def test_what_is_sealed_is_not_in_the_row() -> None:
    row = sealed_row(NAME, found((NAME,), (), 0), TALK, 1_000)
    for word in ("工地", "拖欠工资", json.dumps("工地"), "4711"):
        assert word.encode() not in row.sealed + row.row
