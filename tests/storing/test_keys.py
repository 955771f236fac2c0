"""Keys live two days at most, outside the database, and are destroyed for good."""

from pathlib import Path

import pytest

from bot.storing.keys import GUARDS, RINGS, TALKS, KeyFileError, Keys, Ring
from tests.storing.keeping import Clock

HOUR = 3600


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "keys" / "keys"


def test_only_the_user_can_read_the_file(file: Path) -> None:
    Keys(file, Clock()).of(TALKS)
    assert file.stat().st_mode & 0o777 == 0o600
    assert file.parent.stat().st_mode & 0o777 == 0o700


def test_a_file_that_others_can_read_is_refused(file: Path) -> None:
    Keys(file, Clock()).of(TALKS)
    file.chmod(0o644)
    with pytest.raises(KeyFileError, match="600"):
        Keys(file, Clock()).of(TALKS)


def test_a_broken_file_is_refused_without_its_words(file: Path) -> None:
    file.parent.mkdir()
    file.write_text("talks 7 xyz\n", "ascii")
    file.chmod(0o600)
    with pytest.raises(KeyFileError) as raised:
        Keys(file, Clock()).of(TALKS)
    assert "xyz" not in str(raised.value)


@pytest.mark.parametrize("ring", RINGS)
def test_two_processes_and_a_restart_have_the_same_keys(file: Path, ring: Ring) -> None:
    clock = Clock()
    one, two = Keys(file, clock), Keys(file, clock)
    assert one.of(ring) == two.of(ring)
    clock.now += ring.seconds
    assert two.of(ring) == one.of(ring) == Keys(file, clock).of(ring)


@pytest.mark.parametrize("ring", RINGS)
def test_a_key_is_the_newest_for_its_time_and_gone_within_two_days(
    file: Path, ring: Ring
) -> None:
    clock = Clock()
    clock.now -= clock.now % (24 * HOUR)
    key = Keys(file, clock).of(ring)[0]
    keys = Keys(file, clock)
    clock.now += 48 * HOUR - 1
    assert key in keys.of(ring)
    clock.now += 1
    assert key not in keys.of(ring)
    assert key.hex() not in file.read_text("ascii")


def test_the_bytes_of_a_key_that_is_gone_are_blanked_on_the_disk(file: Path) -> None:
    clock = Clock()
    key = Keys(file, clock).of(TALKS)[0]
    with file.open("rb") as held:  # the old file, as a thief of the disk would find it
        clock.now += 48 * HOUR
        Keys(file, clock).of(TALKS)
        left = held.read()
    assert key.hex().encode() not in left
    assert set(left) == {ord("0")}


def test_an_hour_later_nothing_is_written_anew(file: Path) -> None:
    clock = Clock()
    clock.now -= clock.now % (24 * HOUR)
    Keys(file, clock).of(TALKS)
    before = file.stat().st_ino
    clock.now += HOUR
    Keys(file, clock).of(GUARDS)
    assert file.stat().st_ino == before


@pytest.mark.parametrize("days", [1, -1])
def test_a_clock_a_day_wrong_at_a_start_loses_no_key_in_use(
    file: Path, days: int
) -> None:
    clock = Clock()
    talks, guards = (Keys(file, clock).of(ring)[0] for ring in RINGS)
    clock.now += days * 24 * HOUR
    keys = Keys(file, clock)
    assert talks in keys.of(TALKS)
    assert guards in keys.of(GUARDS)


def test_a_clock_set_back_for_years_makes_all_keys_new(file: Path) -> None:
    clock = Clock()
    old = Keys(file, clock).of(TALKS)
    clock.now -= 400 * 24 * HOUR
    assert not {*old} & {*Keys(file, clock).of(TALKS)}
    clock.now += 49 * HOUR
    assert len(Keys(file, clock).of(TALKS)) == 1
