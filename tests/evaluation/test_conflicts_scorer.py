"""The rules by which reported pairs are matched with labelled ones."""

from pathlib import Path
from typing import cast

import pytest

from tests.evaluation.conflicts import ConflictsDocument, Score, Verdict, score
from tests.evaluation.errors import MalformedDocument
from tests.evaluation.figures import Share, figures
from tests.evaluation.gold import Gold
from tests.evaluation.stories import (
    COURIER_BOATS,
    COURIER_FLED,
    GAZETTE_BOATS,
    GAZETTE_FERRY,
    TRIBUNE_BOATS,
    TRIBUNE_FLED,
    Told,
    printed,
    question,
    report,
    story,
)

BOATS = question("contradiction", {GAZETTE_BOATS: "9", COURIER_BOATS: "14", TRIBUNE_BOATS: "14"})


def verdict_on(
    folder: Path, gold: Gold, left: Told, right: Told, relation: str = "contradiction"
) -> Verdict:
    """Score one report against one question."""
    scored = score(printed([report(left, right, relation)]), story(folder, gold))
    return scored.judgements[0].verdict


def scored_pair(folder: Path, *gold: Gold, relation: str = "contradiction") -> Score:
    """Score the report of the two tolls of the harbour against several questions."""
    reports = [report(GAZETTE_BOATS, COURIER_BOATS, relation)]
    return score(printed(reports), story(folder, *gold))


def test_overlapping_quotes_match(tmp_path: Path) -> None:
    """A quote need only share words with the labelled one."""
    left, right = ("gazette", "boats burned at the quay, and the ferry"), ("courier", "boats.")
    assert verdict_on(tmp_path, BOATS, left, right) is Verdict.MATCHED


def test_quotes_in_the_same_sentence_match(tmp_path: Path) -> None:
    """Another part of the labelled sentence will do."""
    assert verdict_on(tmp_path, BOATS, GAZETTE_FERRY, COURIER_BOATS) is Verdict.MATCHED


def test_quotes_in_the_next_sentence_do_not_match(tmp_path: Path) -> None:
    """A neighbouring sentence says something else."""
    next_sentence = ("gazette", "The fire began on Monday.")
    assert verdict_on(tmp_path, BOATS, next_sentence, COURIER_BOATS) is Verdict.UNJUDGED


def test_both_sides_must_match(tmp_path: Path) -> None:
    """One labelled quote beside an unlabelled one is in no record."""
    other = ("courier", "They were seen at noon on Tuesday.")
    assert verdict_on(tmp_path, BOATS, GAZETTE_BOATS, other) is Verdict.UNJUDGED


def test_overlap_beats_the_same_sentence(tmp_path: Path) -> None:
    """Of two questions about one sentence the one with the quoted words is meant."""
    ferry = question("compatible", {GAZETTE_FERRY: "late", COURIER_BOATS: "14"}, name="Q2")
    (judgement,) = scored_pair(tmp_path, ferry, BOATS).judgements
    assert judgement.record_ids == ["Q1"]
    assert not judgement.is_ambiguous


def test_pairs_match_in_either_order(tmp_path: Path) -> None:
    """Left and right are the program's choice."""
    assert verdict_on(tmp_path, BOATS, COURIER_BOATS, GAZETTE_BOATS) is Verdict.MATCHED


def test_white_space_case_and_marks_do_not_count(tmp_path: Path) -> None:
    """A quote across lines, with curly marks, is still the quote."""
    article = (
        "The mayor’s \u201cgrand\u201d\u00a0fleet of\nnine boats \u2013 all of it \u2013 burned."
    )
    fleet = ("gazette", 'The mayor\'s "grand" fleet of nine boats')
    gold = question("contradiction", {fleet: "9", COURIER_BOATS: "14"})
    cluster = story(tmp_path, gold)
    (tmp_path / "gazette.txt").write_text(article.replace("\n", "  "), encoding="utf-8")
    told = ("gazette", "the mayor\u2019s \u201cGRAND\u201d fleet of  nine")
    scored = score(printed([report(told, COURIER_BOATS)]), cluster)
    assert [j.verdict for j in scored.judgements] == [Verdict.MATCHED]


def test_a_quote_longer_than_a_sentence_is_in_no_record(tmp_path: Path) -> None:
    """Whoever quotes a paragraph matches everything, and therefore nothing."""
    long = ("gazette", "the ferry was late. The fire began on Monday.")
    cluster = story(tmp_path, BOATS)
    document = printed([report(long, COURIER_BOATS)])
    strict, lenient = (score(document, cluster, within_sentence=flag) for flag in (True, False))
    assert strict.judgements[0].verdict is Verdict.UNJUDGED
    assert figures([strict]).long == 1
    assert lenient.judgements[0].verdict is Verdict.MATCHED


def test_an_abbreviation_does_not_end_a_sentence(tmp_path: Path) -> None:
    """A quote with "Dr." in it is not a long one."""
    told = ("tribune", "14 boats were destroyed, said Dr. Amsel.")
    assert verdict_on(tmp_path, BOATS, GAZETTE_BOATS, told) is Verdict.MATCHED


def test_the_headline_can_be_quoted(tmp_path: Path) -> None:
    """The title of the front matter is a sentence of the article."""
    gold = question("contradiction", {("gazette", "Boats burn"): "yes", COURIER_BOATS: "no"})
    headline = ("gazette", "Boats burn in Velmora")
    assert verdict_on(tmp_path, gold, headline, COURIER_BOATS) is Verdict.MATCHED


def test_agreeing_answers_of_a_contradiction_are_a_false_alarm(tmp_path: Path) -> None:
    """Two of three articles say fourteen: calling these two a contradiction is wrong."""
    scored = score(printed([report(COURIER_BOATS, TRIBUNE_BOATS)]), story(tmp_path, BOATS))
    assert figures([scored]).false_alarms == {("contradiction", "agreement"): 1}


def test_equal_answers_of_a_trap_say_nothing(tmp_path: Path) -> None:
    """A look-alike with one value twice is no statement on these two."""
    values = {GAZETTE_BOATS: "9", COURIER_BOATS: "14", TRIBUNE_BOATS: "14"}
    gold = question("different_scope", values)
    assert verdict_on(tmp_path, gold, COURIER_BOATS, TRIBUNE_BOATS) is Verdict.UNJUDGED


@pytest.mark.parametrize(
    ("value", "verdict"),
    [
        ("58", Verdict.FALSE_ALARM),
        (58, Verdict.FALSE_ALARM),
        (("Torv", "Amsel"), Verdict.FALSE_ALARM),
        ("58 or 59", Verdict.UNJUDGED),
        ("58-59", Verdict.UNJUDGED),
        ("58 / 59", Verdict.UNJUDGED),
        ("58 to 59", Verdict.UNJUDGED),
        ("dozens", Verdict.UNJUDGED),
        ("later", Verdict.UNJUDGED),
        ("later than noon", Verdict.FALSE_ALARM),
    ],
)
def test_a_class_of_values_does_not_make_answers_agree(
    tmp_path: Path, value: object, verdict: Verdict
) -> None:
    """Two articles that say "58 or 59" may mean different numbers."""
    gold = question(
        "contradiction", {COURIER_FLED: value, TRIBUNE_FLED: value, GAZETTE_BOATS: "70"}
    )
    assert verdict_on(tmp_path, gold, COURIER_FLED, TRIBUNE_FLED) is verdict


def test_all_answers_of_an_agreement_agree(tmp_path: Path) -> None:
    """An agreement holds whatever the values look like."""
    gold = question("agreement", {COURIER_FLED: "58 or 59", TRIBUNE_FLED: "58 or 59"})
    assert verdict_on(tmp_path, gold, COURIER_FLED, TRIBUNE_FLED) is Verdict.FALSE_ALARM


def test_lists_are_compared_as_values(tmp_path: Path) -> None:
    """A list of guests is one value."""
    gold = question(
        "omission",
        {GAZETTE_BOATS: ("Torv",), COURIER_BOATS: ("Torv", "Amsel")},
        kind="participants",
    )
    verdict = verdict_on(tmp_path, gold, GAZETTE_BOATS, COURIER_BOATS, "omission")
    assert verdict is Verdict.MATCHED


def test_a_reading_that_agrees_gets_the_benefit_of_the_doubt(tmp_path: Path) -> None:
    """Where one pair is in two questions the reported relation is looked for, and counted."""
    bound = question("compatible", {GAZETTE_BOATS: "9", COURIER_BOATS: "14"}, name="Q2")
    scored = scored_pair(tmp_path, bound, BOATS)
    assert scored.judgements[0].verdict is Verdict.MATCHED
    assert figures([scored]).ambiguous == 1


def test_the_reported_kind_is_preferred(tmp_path: Path) -> None:
    """Where one pair is in two questions, the one of the reported kind is meant."""
    place = question("contradiction", {GAZETTE_BOATS: "quay", COURIER_BOATS: "sea"}, kind="place")
    bound = question("compatible", {GAZETTE_BOATS: "9", COURIER_BOATS: "14"}, name="Q2")
    (judgement,) = scored_pair(tmp_path, place, bound).judgements
    assert (judgement.verdict, judgement.record_ids) == (Verdict.FALSE_ALARM, ["Q2"])


def test_a_label_counts_more_than_an_equal_value(tmp_path: Path) -> None:
    """What a question says of a pair beats the equal values of another one."""
    same = question(
        "contradiction", {GAZETTE_BOATS: "yes", COURIER_BOATS: "yes", TRIBUNE_BOATS: "no"}
    )
    toll = question("update", {GAZETTE_BOATS: "9", COURIER_BOATS: "14"}, name="Q2")
    (judgement,) = scored_pair(tmp_path, same, toll).judgements
    assert (judgement.gold, judgement.record_ids) == ("update", ["Q2"])


def test_a_false_alarm_is_the_worst_that_it_can_be(tmp_path: Path) -> None:
    """A look-alike taken for a contradiction is worse than two counts of one thing."""
    values = {GAZETTE_BOATS: "9", COURIER_BOATS: "14"}
    gold = (question("update", values), question("different_scope", values, name="Q2"))
    (judgement,) = scored_pair(tmp_path, *gold).judgements
    assert judgement.gold == "different_scope"
    (judgement,) = scored_pair(tmp_path, *gold, relation="omission").judgements
    assert judgement.gold == "update"


def test_recall_counts_questions_and_precision_counts_pairs(tmp_path: Path) -> None:
    """Two right pairs of one question find it once."""
    reports = [
        report(GAZETTE_BOATS, COURIER_BOATS),
        report(GAZETTE_BOATS, TRIBUNE_BOATS),
        report(COURIER_BOATS, TRIBUNE_BOATS),
        report(COURIER_FLED, TRIBUNE_FLED),
    ]
    numbers = figures([score(printed(reports), story(tmp_path, BOATS))])
    assert numbers.recall("contradiction") == Share(1, 1)
    assert numbers.precision("contradiction") == Share(2, 4)
    assert numbers.recall("update") == Share(0, 0)


def test_a_mislabelled_difference_is_false_among_all_differences(tmp_path: Path) -> None:
    """An update that is a contradiction leaves the precision of contradictions alone."""
    numbers = figures([scored_pair(tmp_path, BOATS, relation="update")])
    assert numbers.precision("contradiction") == Share(0, 0)
    assert numbers.precision("contradiction", "update", "omission") == Share(0, 1)
    assert numbers.recall("contradiction") == Share(0, 1)


def test_a_pair_listed_as_no_difference_is_no_false_alarm(tmp_path: Path) -> None:
    """Look-alikes are listed on purpose; a contradiction among them is hidden."""
    numbers = figures([scored_pair(tmp_path, BOATS, relation="different_scope")])
    assert not numbers.false_alarms
    assert numbers.hidden == 1


def test_a_pair_reported_twice_counts_once(tmp_path: Path) -> None:
    """Swapped sides make the same pair."""
    reports = [report(GAZETTE_BOATS, COURIER_BOATS), report(COURIER_BOATS, GAZETTE_BOATS)]
    numbers = figures([score(printed(reports), story(tmp_path, BOATS))])
    assert (numbers.matched["contradiction"], numbers.duplicates) == (1, 1)


def test_an_invented_quote_is_in_no_record(tmp_path: Path) -> None:
    """Words that stand nowhere match nothing, and are counted."""
    scored = score(
        printed([report(("gazette", "a whale sang"), COURIER_BOATS)]), story(tmp_path, BOATS)
    )
    numbers = figures([scored])
    assert (numbers.unjudged["contradiction"], numbers.unlocated) == (1, 1)


def test_false_alarms_on_borderline_questions_are_counted(tmp_path: Path) -> None:
    """A note says where honest readers may differ."""
    values = {GAZETTE_BOATS: "9", COURIER_BOATS: "14"}
    gold = question("compatible", values, note="borderline: at noon or later")
    assert figures([scored_pair(tmp_path, gold)]).borderline == 1


def test_missed_questions_are_named(tmp_path: Path) -> None:
    """Nothing reported, nothing found."""
    scored = score(printed([]), story(tmp_path, BOATS))
    assert scored.missed("contradiction") == {"Q1"}


@pytest.mark.parametrize(
    "document",
    [
        {},
        {"conflicts": [{"relation": "update", "kind": "date"}]},
        {"conflicts": [None]},
        {"schema": "claims/claims/1", "conflicts": []},
    ],
)
def test_a_document_of_another_form_is_refused(tmp_path: Path, document: object) -> None:
    """A figure from half a document would be wrong."""
    with pytest.raises(MalformedDocument):
        score(cast("ConflictsDocument", document), story(tmp_path, BOATS))
