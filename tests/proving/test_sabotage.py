"""Take each guard away: the fault it finds goes unseen, so its test would turn red."""

from dataclasses import replace

import pytest

from bot.core.knowledge import Problem
from bot.proving import proof
from bot.proving.states import explore
from bot.proving.survey import Survey
from tests.benchmarks.proving import generated
from tests.proving.maps import TODAY
from tests.proving.planting import HERE, Fault, Planting, read_faults

GUARDS = {
    "check_shape": "unreached circle enter enter-petition",
    "check_branches": "overlap never-taken shadowed unasked-fact undated-clock",
    "check_options": "same-option same-says option-unsure option-number one-option",
    "check_questions": "idle-question question-unused asked-twice",
    "check_outcomes": "no-remedy all-closed never-holds unasked-fact undated-clock",
    "check_order": "excludes first-order blocked-always first-blocked",
    "check_room": "button-long label-long page-long head-long",
    "check_told": "idle-tells",
    "check_accused": "own-office",
    "check_remedies": "agency-gap remedy-unused self-reference shadowed",
    "check_limits": "limit-start valid-overlap valid-hole limit-gap day-never-asked",
    "check_citations": "key-missing article-missing part-missing currency",
    "check_wording": "banned-word penalty identity long-sentence duty",
    "check_numbers": "unknown-number unsure-number",
    "check_currency": "gone-article",
    "check_matters": "few-says same-name same-says",
    "check_reviews": "review sign-off holidays local-rule",
}
FAULTS = read_faults(HERE / "faults.txt")


def test_every_fault_has_a_guard_to_take_away() -> None:
    guarded = {rule for rules in GUARDS.values() for rule in rules.split()}
    assert {fault.rule for fault in FAULTS} == guarded


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.title)
def test_without_its_guard_a_fault_goes_unseen(
    planting: Planting, fault: Fault, monkeypatch: pytest.MonkeyPatch
) -> None:
    planting.plant(fault)
    guards = [name for name, rules in GUARDS.items() if fault.rule in rules.split()]
    for name in guards:
        _take_away(monkeypatch, name)
    places = [p.place for p in planting.found() if p.rule == fault.rule]
    assert planting.expected not in places


def _take_away(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    def nothing(*_: object) -> tuple[Problem, ...]:
        return ()

    guard = getattr(proof, name)
    monkeypatch.setattr(proof, name, nothing)
    for group in ("ALONE", "WALKING", "TALKING"):
        checks = tuple(one for one in getattr(proof, group) if one is not guard)
        monkeypatch.setattr(proof, group, checks)


def test_a_proof_that_forgets_what_routes_loses_states() -> None:
    survey = Survey(generated(40), TODAY)
    nothing = dict.fromkeys(survey.liveness.routing, frozenset[str]())
    forgetful = replace(survey.liveness, routing=nothing)
    states = explore(replace(survey.ground, liveness=forgetful))
    assert states.unasked
    assert not survey.states.unasked
