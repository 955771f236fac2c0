"""Take each guard away and see that what it guards against gets through."""

import pytest
import yaml

from bot.reading.events import read_tree
from bot.reading.loading import load_files
from bot.reading.names import collect
from bot.reading.parsing import parse
from bot.reading.references import resolve
from bot.reading.schema import kind_of
from bot.reading.sheets import Sheet, read_sheet
from bot.reading.sources import source_of
from tests.reading.good import GOOD, files


def sheet(name: str, text: str) -> Sheet:
    """Return a file of the good knowledge with another text."""
    kind = kind_of(name)
    assert kind is not None
    return read_sheet(name, text.encode(), kind.shape)


def test_without_the_line_scan_a_wrong_colon_is_told_one_line_too_low() -> None:
    text = "steps:\n  甲：\n    - {go: 乙}\n".encode()
    with_it = parse("a.yaml", text).problems
    without = parse("a.yaml", text, lambda _: ()).problems
    assert [(one.rule, one.place.line) for one in with_it] == [("colon", 2)]
    assert [one.rule for one in without] != ["colon"]


@pytest.mark.parametrize(
    ("text", "silent"),
    [
        ("[甲、乙]", ["甲、乙"]),
        ("－ remedy: x", {"－ remedy": "x"}),
        ("{say: 先投诉, 再仲裁}", {"say": "先投诉", "再仲裁": None}),
        ("a: 1\na: 2", {"a": 2}),
        ("tel: 012333", {"tel": 5339}),
    ],
)
def test_yaml_alone_takes_a_slip_in_silence(text: str, silent: object) -> None:
    assert yaml.load(text, yaml.CSafeLoader) == silent


def test_without_decoding_a_hidden_character_gets_through() -> None:
    text = "road: 路\u202e线图\n"
    assert read_tree(source_of("a.yaml", text)).found == ()
    assert parse("a.yaml", text.encode()).problems != ()


def test_without_folding_a_broken_file_makes_names_dangle() -> None:
    name = "remedies/all.yaml"
    texts = GOOD | {name: GOOD[name].replace("code: RECON", 'code: "RECON')}
    sheets = [sheet(*pair) for pair in texts.items()]
    checked = [one.checked for one in sheets if one.checked is not None]
    names, _ = collect(checked)
    assert len(resolve(checked, names, frozenset()).problems) > 2
    folded = resolve(checked, names, frozenset(("remedy",)))
    assert folded.problems == ()
    assert folded.hidden > 3


def test_without_looking_names_up_a_dangling_one_gets_through() -> None:
    name = "guides/labour.yaml"
    text = GOOD[name].replace("then: 共同/先问清", "then: 共同/没有")
    assert sheet(name, text).problems == ()
    assert load_files(files() | {name: text.encode()}).problems != ()
