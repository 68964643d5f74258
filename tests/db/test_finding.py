"""Questions and conflicts: saved, cleared, found again under the same id."""

import pytest
from sqlalchemy import func, select

from claims.errors import NotFound
from claims.model import (
    Between,
    Claim,
    Findings,
    Flag,
    FlagWord,
    Relation,
    Support,
    conflict_id,
)
from db import (
    PreviousConflict,
    claim_listings,
    clear_findings,
    flags_of,
    get_conflict,
    get_question,
    list_conflicts,
    list_previous,
    list_questions,
    remove_article,
    save_findings,
    take_findings,
    totals,
)
from db.engine import Database
from db.table import ANSWER, CONFLICT_ALIAS
from tests.db import noise
from tests.db.sample import (
    LATER,
    NOW,
    detect,
    make_article,
    make_claim,
    make_conflict,
    make_findings,
    make_question,
    store,
)


@pytest.fixture
def sides(database: Database) -> list[Claim]:
    """Store four articles of one claim each: two say 1, two say 2."""
    claims: list[Claim] = []
    with database.write() as session:
        for number, name in (("1", "A"), ("1", "B"), ("2", "C"), ("2", "D")):
            article = make_article(f"{name} says there were {number}.", file=f"{name}.txt")
            claims.append(make_claim(article.text, number))
            store(session, article, claims[-1:])
    return claims


def test_findings_come_back_as_they_went_in(database: Database, sides: list[Claim]) -> None:
    """Question, answers, conflict, supports and flags."""
    question = make_question([sides[:2], sides[2:]])
    conflict = make_conflict(
        question, sides[0], sides[2], left_support=Support(2, 1), right_support=Support(2, 2)
    )
    flags = (
        Flag(sides[0].id, FlagWord.AGREES),
        Flag(sides[0].id, FlagWord.CONTRADICTED, conflict.id, conflict.relation, Between.ARTICLES),
    )
    with database.write() as session:
        ids = save_findings(session, Findings((question,), (conflict,), flags), NOW)
    assert ids == {conflict.id: conflict.id}
    with database.read() as session:
        assert get_question(session, "q" + question.id[:8]) == question
        stored = get_conflict(session, "k" + conflict.id[:8])
        assert flags_of(session, [sides[0].id]) == {sides[0].id: (flags[1], flags[0])}
        assert list_questions(session) == [question, noise.QUESTION]
    assert (stored.found_at, stored.status, stored.notes) == (NOW, "open", 0)
    names = ("id", "relation", "rule", "rank", "question", "left", "right")
    assert all(getattr(stored, name) == getattr(conflict, name) for name in names)
    assert (stored.left_support, stored.right_support) == (Support(2, 1), Support(2, 2))


def test_conflicts_come_highest_rank_first(database: Database, sides: list[Claim]) -> None:
    """Of equals the smaller id; look-alikes only when asked for."""
    question = make_question([[claim] for claim in sides])
    pairs = [(0, 2, 0.5), (0, 3, 0.9), (1, 2, 0.5)]
    conflicts = [make_conflict(question, sides[i], sides[j], rank=rank) for i, j, rank in pairs]
    alike = make_conflict(question, sides[1], sides[3], relation=Relation.DIFFERENT_SCOPE)
    with database.write() as session:
        save_findings(session, Findings((question,), (*conflicts, alike)), NOW)
    tied = sorted([conflicts[0].id, conflicts[2].id])
    with database.read() as session:
        listed = [one.id for one in list_conflicts(session)]
        alikes = list_conflicts(session, relations=[Relation.DIFFERENT_SCOPE])
    assert listed == [conflicts[1].id, *tied, noise.CONFLICT.id]
    assert [one.id for one in alikes] == [alike.id]


def test_conflicts_of_one_question_are_listed_alone(database: Database, sides: list[Claim]) -> None:
    """The noise stands under another."""
    with database.write() as session:
        detect(session, sides[:2], sides[2:])
        (one,) = list_conflicts(session, question=make_question([sides[:2], sides[2:]]).id)
        assert {one.left, one.right} == {sides[0].id, sides[2].id}
        assert list_conflicts(session, question="f" * 64) == []


def test_detecting_again_changes_nothing(database: Database, sides: list[Claim]) -> None:
    """Same id, same day of first detection, same flags."""
    with database.write() as session:
        first = detect(session, sides[:2], sides[2:])
        assert detect(session, sides[:2], sides[2:], LATER) == first
    with database.read() as session:
        stored = get_conflict(session, *first.values())
        assert stored.found_at == NOW
        assert len(flags_of(session, [claim.id for claim in sides])) == 4


def test_conflict_keeps_its_id_when_another_claim_represents(
    database: Database, sides: list[Claim]
) -> None:
    """An earlier article joins each side; the flags name the kept id; the new pair finds it."""
    with database.write() as session:
        (kept,) = detect(session, [sides[1]], [sides[3]]).values()
        previous = list_previous(session, [claim.id for claim in sides])
        assert previous == [PreviousConflict(kept, (sides[1].id,), (sides[3].id,))]
        ids = detect(session, sides[:2], sides[2:], LATER)
    pair = conflict_id(sides[0].id, sides[2].id)
    assert ids == {pair: kept}
    with database.read() as session:
        stored = get_conflict(session, pair)
        assert (stored.id, stored.left, stored.found_at) == (kept, sides[0].id, NOW)
        flags = flags_of(session, [claim.id for claim in sides])
        assert {flag.conflict for found in flags.values() for flag in found} == {kept}


def test_conflict_keeps_its_id_when_its_representative_goes(
    database: Database, sides: list[Claim]
) -> None:
    """The other copies stand in for a removed article, on either side of the pair."""
    with database.write() as session:
        (kept,) = detect(session, sides[:2], sides[2:]).values()
        expected = list_previous(session, [sides[0].id])
        previous = take_findings(session, [sides[0].id])
        assert previous == expected
        assert list_previous(session, [sides[0].id]) == []
        remove_article(session, make_article("A says there were 1.", file="A.txt").id)
        findings = make_findings(sides[2:], [sides[1]])
        ids = save_findings(session, findings, LATER, previous)
        assert list(ids.values()) == [kept]
        assert get_conflict(session, kept).found_at == NOW


def test_conflict_found_again_later_has_its_old_id(database: Database, sides: list[Claim]) -> None:
    """Aliases outlive the conflicts, so verdicts find them again."""
    with database.write() as session:
        (kept,) = detect(session, [sides[1]], [sides[3]]).values()
        detect(session, sides[:2], sides[2:])
        clear_findings(session, [claim.id for claim in sides])
        with pytest.raises(NotFound):
            get_conflict(session, kept)
        ids = save_findings(session, make_findings(sides[:2], sides[2:]), LATER)
        assert list(ids.values()) == [kept]
        assert get_conflict(session, kept).found_at == NOW


def test_answer_that_falls_in_two_leaves_the_id_with_its_own_pair(
    database: Database, sides: list[Claim]
) -> None:
    """The other half is a conflict of its own, now and from now on."""
    with database.write() as session:
        (kept,) = detect(session, [sides[1]], [sides[3]]).values()
        detect(session, sides[:2], sides[2:])
        question = make_question([[claim] for claim in sides])
        halves = (
            make_conflict(question, sides[0], sides[2]),
            make_conflict(question, sides[1], sides[3]),
        )
        for _ in range(2):
            previous = list_previous(session, [claim.id for claim in sides])
            clear_findings(session, [claim.id for claim in sides])
            ids = save_findings(session, Findings((question,), halves), LATER, previous)
            assert ids == {halves[0].id: halves[0].id, halves[1].id: kept}
            assert get_conflict(session, halves[0].id).id == halves[0].id


def test_id_that_another_question_holds_is_not_taken_from_it(
    database: Database, sides: list[Claim]
) -> None:
    """The pair that began a conflict comes back while another pair continues it."""
    with database.write() as session:
        (kept,) = detect(session, [sides[1]], [sides[3]]).values()
        detect(session, sides[:2], sides[2:])
        clear_findings(session, [claim.id for claim in sides])
        first, second = (
            make_question([[sides[left]], [sides[left + 2]]], f"Question {left}?")
            for left in (0, 1)
        )
        going_on = make_conflict(first, sides[0], sides[2])
        again = make_conflict(second, sides[1], sides[3])
        assert save_findings(session, Findings((first,), (going_on,)), LATER) == {going_on.id: kept}
        ids = save_findings(session, Findings((second,), (again,)), LATER)
        clear_findings(session, [sides[1].id])
        assert save_findings(session, Findings((second,), (again,)), LATER) == ids
        assert get_conflict(session, kept).left == sides[0].id
        assert get_conflict(session, ids[again.id]).left == sides[1].id


def test_unrelated_conflict_gets_an_id_of_its_own(database: Database, sides: list[Claim]) -> None:
    """One side in common is not enough."""
    with database.write() as session:
        (first,) = detect(session, [sides[0]], [sides[2]]).values()
        previous = list_previous(session, [claim.id for claim in sides])
        clear_findings(session, [claim.id for claim in sides])
        findings = make_findings([sides[0]], [sides[3]])
        ids = save_findings(session, findings, LATER, previous)
        assert list(ids.values()) != [first]
        assert get_conflict(session, *ids.values()).found_at == LATER


def test_clearing_takes_whole_questions_and_nothing_else(
    database: Database, sides: list[Claim]
) -> None:
    """One claim takes its question along, with all flags; the noise stays."""
    with database.write() as session:
        detect(session, sides[:2], sides[2:])
        aliases = session.scalar(select(func.count()).select_from(CONFLICT_ALIAS))
        clear_findings(session, [sides[3].id])
        assert [one.id for one in list_conflicts(session)] == [noise.CONFLICT.id]
        assert list_questions(session) == [noise.QUESTION]
        assert flags_of(session, [claim.id for claim in sides]) == {}
        assert session.scalar(select(func.count()).select_from(ANSWER)) == 2
        assert session.scalar(select(func.count()).select_from(CONFLICT_ALIAS)) == aliases
        assert len(flags_of(session, [noise.LEFT.id])) == 1
        clear_findings(session, [])


def test_look_alike_of_another_question_goes_with_its_claim(
    database: Database, sides: list[Claim]
) -> None:
    """A look-alike may have its other side in another question."""
    one, other = make_question([[sides[0]]], "One?"), make_question([[sides[2]]], "Other?")
    alike = make_conflict(one, sides[0], sides[2], relation=Relation.DIFFERENT_SCOPE)
    flag = Flag(sides[0].id, FlagWord.LOOK_ALIKE, alike.id, alike.relation, Between.ARTICLES)
    with database.write() as session:
        save_findings(session, Findings((one, other), (alike,), (flag,)), NOW)
        clear_findings(session, [sides[2].id])
        assert list_conflicts(session, relations=list(Relation)) == list_conflicts(session)
        assert one in list_questions(session)
        assert flags_of(session, [sides[0].id]) == {}


def test_totals_add_up(database: Database, sides: list[Claim]) -> None:
    """Tallies summed over questions, contradictions counted by where they stand."""
    article = make_article("Here 1 man says, there 2 men say.")
    inside = [make_claim(article.text, "1"), make_claim(article.text, "2", start=16)]
    question = make_question([[inside[0]], [inside[1]]], "Inside?")
    with database.write() as session:
        detect(session, sides[:2], sides[2:])
        store(session, article, inside)
        save_findings(session, Findings((question,), (make_conflict(question, *inside),)), NOW)
    with database.read() as session:
        found = totals(session)
    assert (found.articles, found.claims) == (6, 8)
    assert (found.contradictions_between, found.contradictions_inside) == (1, 1)
    assert found.tally == {"contradiction": 3}
    assert found.refusals == {"another unit": 6}


def test_listing_shows_flags_of_stored_conflicts(database: Database, sides: list[Claim]) -> None:
    """A claim's listing carries its flags and the head of its article."""
    with database.write() as session:
        (kept,) = detect(session, sides[:2], sides[2:]).values()
    with database.read() as session:
        listing = claim_listings(session, [sides[0].id])[sides[0].id]
    assert [flag.conflict for flag in listing.flags] == [kept]
    assert (listing.article.file, listing.status, listing.notes) == ("A.txt", "open", 0)
