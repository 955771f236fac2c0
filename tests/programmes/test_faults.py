"""The short forms of the programmes: replays, wrong clocks, full disks."""

import os
import sqlite3
from collections.abc import Iterable

import pytest

from bot.storing import sqlite
from tests.programmes import away, canary, disk
from tests.programmes.load import Load, run
from tests.programmes.measuring import figures_of, slope
from tests.programmes.replay import clock_set_wrong, replayed


def unknown(_: sqlite3.Connection, __: Iterable[bytes], ___: int) -> bool:
    return False


def test_no_repeat_counts_however_late_and_no_first_is_refused() -> None:
    figures = replayed(3_000)
    assert (figures["repeats_counted"], figures["firsts_refused"]) == (0, 0)
    assert figures["hours"] > 30


def test_a_clock_a_day_wrong_at_a_start_counts_nothing_twice_and_revives_nothing() -> (
    None
):
    assert clock_set_wrong() == {"clock_counted": 0, "clock_revived": 0}


def test_without_the_guard_repeats_count(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sqlite, "_known", unknown)
    assert replayed(300)["repeats_counted"] > 0
    assert clock_set_wrong()["clock_counted"] > 0


@pytest.mark.skipif(os.getuid() != 0, reason="only the administrator mounts a disk")
def test_a_full_disk_halves_nothing_and_clearing_still_works() -> None:
    figures = disk.run()
    assert {**figures, "busy": 0} == {
        **dict.fromkeys(("cleared", "back", "whole"), 1),
        "busy": 0,
        "half": 0,
        "kept": disk.TALKS - 1,
    }
    assert figures["busy"] > 0


def test_a_server_that_is_stopped_loses_and_doubles_nothing() -> None:
    figures = away.run(times=1, seconds=0.5, clients=5)
    assert (figures["lost"], figures["doubled"]) == (0, 0)
    assert figures["updates"] > 0


@pytest.mark.parametrize("database", ["sqlite", "postgres"])
def test_no_file_holds_a_word_a_number_or_a_name(database: str) -> None:
    figures = canary.run(database)
    assert figures["hits"] == 0
    assert figures["files"] > 5


def test_without_the_tamed_log_the_words_are_found() -> None:
    assert canary.run("sqlite", without="log")["hits"] > 0


def test_under_load_every_message_is_answered() -> None:
    figures = run(Load(sessions=40, rate=20, seconds=2, forget=5))
    assert figures["steady"]["errors"] == 0
    assert figures["steady"]["sent"] > 0
    assert figures["worker"]["files_first"] == figures["worker"]["files_last"]


def test_figures_are_what_they_say() -> None:
    took = [n / 1_000 for n in range(1, 1_001)]
    figures = figures_of(took, 2, 1_000, 10)
    assert (figures["p50"], figures["p99"], figures["most"]) == (501, 991, 1_000)
    assert (figures["errors"], figures["a_second"]) == (2, 100)


@pytest.mark.parametrize("an_hour", [0.0, 36.0])
def test_the_slope_is_seen_after_a_quarter_of_the_time(an_hour: float) -> None:
    warm = [(float(n), 50.0 * n, 9) for n in range(25)]
    late = [(float(n), 80 + an_hour * n / 3_600, 9) for n in range(25, 100)]
    assert slope([*warm, *late])["megabytes_an_hour"] == an_hour
