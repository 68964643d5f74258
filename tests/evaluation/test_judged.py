"""Judgements by hand: which claims they are of, and what share is right."""

import json
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.values.party import Party
from claims.values.quantity import Quantity
from tests.evaluation import sample
from tests.evaluation.errors import MalformedDocument
from tests.evaluation.figures import Share
from tests.evaluation.gold import HELD_BACK
from tests.evaluation.judged import (
    JUDGEMENTS,
    VERDICTS,
    Judgement,
    Precision,
    fingerprint,
    identify,
    precision,
    read_judgements,
    stub,
    wilson,
)
from tests.evaluation.passages import document_of
from tests.evaluation.sample import Drawn, describe, draw
from tests.evaluation.stated import Stated, read_claims
from tests.evaluation.stories import COURIER_BOATS, GAZETTE_BOATS, HARBOUR, listed, stated

DOCUMENTS = {name: document_of(text) for name, text in HARBOUR.items()}


def toll(number: int, told: tuple[str, str] = GAZETTE_BOATS, anchor: str = "Nine") -> Stated:
    """Make a claim on the harbour."""
    value = Quantity(Decimal(number), Decimal(number))
    return read_claims(listed(stated(told, value, anchor=anchor)), DOCUMENTS)[0]


NINE = toll(9)
FOURTEEN = toll(14, COURIER_BOATS, "fourteen")


def judged(claim: Stated, *, wrong: str = "") -> Judgement:
    """Judge a claim, right but for one thing."""
    verdicts = tuple(name != wrong for name in VERDICTS)
    return Judgement(identify("harbour", claim), fingerprint(claim), verdicts)


def measured(*claims: Stated, judgements: list[Judgement]) -> Precision:
    """Count what is right of what is found now."""
    return precision({identify("harbour", claim): claim for claim in claims}, judgements)


def test_a_claim_is_right_when_nothing_in_it_is_wrong() -> None:
    """Each verdict has its own share beside."""
    found = measured(NINE, FOURTEEN, judgements=[judged(NINE), judged(FOURTEEN, wrong="speaker")])
    assert found.right == Share(1, 2)
    assert found.single["speaker"] == Share(1, 2)
    assert found.single["value"] == Share(2, 2)


def test_claims_that_are_gone_or_say_something_else_are_counted_apart() -> None:
    """An old judgement says nothing of a new reading."""
    again = replace(toll(10), anchor=NINE.anchor)
    found = measured(again, judgements=[judged(NINE), judged(FOURTEEN)])
    assert (found.right, found.vanished, found.changed) == (Share(0, 0), 1, 1)


def test_the_last_word_on_a_claim_counts() -> None:
    """It may be judged again."""
    found = measured(NINE, judgements=[judged(NINE, wrong="span"), judged(NINE)])
    assert found.right == Share(1, 1)


def test_a_line_is_ready_to_be_filled_in(tmp_path: Path) -> None:
    """Without its verdicts it counts for nothing; it holds no words of the article."""
    line = stub("harbour", NINE)
    path = tmp_path / "judgements.jsonl"
    filled = {**json.loads(line), **dict.fromkeys(VERDICTS, True), "counts": False}
    path.write_text(f"{line}\n\n{json.dumps(filled)}\n", encoding="utf-8")
    assert read_judgements(path) == [judged(NINE, wrong="counts")]
    assert "boats" not in line
    assert "Nine" not in line


def test_the_party_of_a_claim_is_part_of_its_identity() -> None:
    """Two parties of one verb are two claims."""
    one, other = (
        read_claims(listed(stated(GAZETTE_BOATS, Party(key, key))), DOCUMENTS)[0]
        for key in ("person:torv", "person:amsel")
    )
    assert identify("harbour", one) != identify("harbour", other)


@pytest.mark.parametrize(
    ("name", "value"), [("cluster", min(HELD_BACK)), ("doc", None), ("seen", None), ("span", None)]
)
def test_what_cannot_be_a_judgement_is_refused(
    tmp_path: Path, name: str, value: str | None
) -> None:
    """Of held-back clusters there are none, and every line has all that a judgement needs."""
    told = json.loads(stub("harbour", NINE))
    del told[name]
    path = tmp_path / "judgements.jsonl"
    path.write_text(json.dumps(told if value is None else {**told, name: value}))
    with pytest.raises(MalformedDocument, match="line 1"):
        read_judgements(path)


def test_without_judgements_there_is_no_figure(tmp_path: Path) -> None:
    """The file is filled later."""
    assert read_judgements(tmp_path / "none.jsonl") == []
    assert measured(NINE, judgements=[]).right == Share(0, 0)


def test_the_kept_judgements_are_in_order() -> None:
    """Every line can be read, and none is of a held-back cluster."""
    assert all(
        len(judgement.verdicts) == len(VERDICTS) for judgement in read_judgements(JUDGEMENTS)
    )


def test_the_interval_is_that_of_wilson() -> None:
    """Worked by hand: 9 of 10, and nothing of nothing."""
    low, high = wilson(Share(9, 10))
    assert (round(low, 3), round(high, 3)) == (0.596, 0.982)
    assert wilson(Share(0, 0)) == (0.0, 1.0)


@given(st.integers(0, 200), st.integers(1, 200))
def test_the_interval_holds_the_share(part: int, more: int) -> None:
    """And stays between nothing and all."""
    share = Share(part, part + more)
    low, high = wilson(share)
    assert share.ratio is not None
    assert 0 <= low <= share.ratio + 1e-12
    assert share.ratio - 1e-12 <= high <= 1


def drawn(claim: Stated) -> Drawn:
    """Draw a claim on the harbour."""
    return Drawn("harbour", claim, DOCUMENTS[claim.document])


def test_the_same_seed_draws_the_same_claims() -> None:
    """In whatever order they are found; never more than there are."""
    found = [drawn(NINE), drawn(FOURTEEN)]
    assert draw(found, 1, seed=1) == draw(found[::-1], 1, seed=1)
    assert len(draw(found, 150, seed=2)) == 2


def test_a_judge_sees_the_sentence_and_the_line_to_fill_in() -> None:
    """Everything that is judged stands there."""
    shown = describe(drawn(NINE))
    assert "harbour gazette" in shown
    assert "Nine boats burned at the quay, and the ferry was late." in shown
    assert "quantity '': low 9, high 9" in shown
    assert shown.splitlines()[-1] == stub("harbour", NINE)


def test_the_draw_needs_the_labelled_articles(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """One line says what to set."""
    monkeypatch.setenv("CLAIMS_SHARED", str(tmp_path))
    assert sample.main([]) == 1
    assert "CLAIMS_SHARED" in capsys.readouterr().err
