"""How many origins a figure has: copies, agency texts, shared passages, cited reports."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from hypothesis import given
from hypothesis import strategies as st

from claims.model import Claim, Sketch, Speaker, Text
from claims.questions import TextFacts, origin_links, origins_at_most, same_source
from claims.questions.origin import same_origin, shared_share
from claims.read import make_sketch, make_view
from tests.questions.sample import figure

_STORY: Final = """Ferry turns back after fire in engine room

A ferry with sixty people on board turned back to the harbour on Monday after a fire broke out in
its engine room, the coast guard said. Twelve passengers were treated for smoke, and two members
of the crew were taken to hospital with burns to their hands.

The ship, which sails to the islands three times a week, had passed an inspection in March. Divers
will look at the hull before it may leave again, and the company has hired a second boat so that
nobody has to wait longer than a day. Its owner said that the crew had done everything right.
"""
_REPRINT: Final = """Sixty saved from burning ferry

A ferry with 60 people on board turned back to the harbour Monday after a fire broke out in the
engine room, the coast guard said. Twelve passengers were treated for smoke and two crew members
were taken to hospital with burns to their hands.

The vessel, which sails to the islands three times a week, passed an inspection in March. Divers
will look at the hull before it may leave again, and the company hired a second boat so that nobody
has to wait longer than a day.
"""
_OWN: Final = """Blaze on island boat

Smoke filled the lower deck of the island boat minutes after it had left the pier, and its captain
steered it home. Coast guard officers counted a dozen people with breathing trouble; a pair of
engineers burned their hands.

Inspectors found no fault with the boat in spring. A replacement sails from Wednesday, says its
owner, who praised his engineers.
"""
_QUOTING: Final = """Owner praises crew

The owner of the island boat spoke to reporters on the pier. "The company has hired a second boat
so that nobody has to wait longer than a day," he said, and thanked his engineers.
"""
_DATELINE: Final = "LIMASSOL (AP) — "


def _facts(body: str, **fields: object) -> TextFacts:
    sketch = make_sketch(make_view(Text(body)))
    return replace(TextFacts(sketch=sketch, agencies=sketch.agencies), **fields)  # type: ignore[arg-type]


def _count(*bodies: str) -> int:
    """Count the origins of one figure that stands in several texts."""
    claims = [figure(str(at)) for at in range(len(bodies))]
    known = {claim.text_id: _facts(body) for claim, body in zip(claims, bodies, strict=True)}
    return origins_at_most(claims, known)


def _citing(text: str, key: str) -> Claim:
    return replace(figure(text), speakers=(Speaker(key, key),))


def test_a_reprint_with_another_headline_and_light_edits_is_one_origin() -> None:
    """Most runs of five words are left."""
    assert _count(_STORY, _REPRINT) == 1


def test_two_reports_of_one_event_are_two_origins() -> None:
    """The same facts in other words."""
    assert _count(_STORY, _OWN) == 2


def test_a_long_passage_in_common_is_one_origin() -> None:
    """Twelve words alike, in quotation marks or not."""
    assert _count(_STORY, _QUOTING) == 1
    assert _count(_OWN, _QUOTING) == 2


def test_eleven_words_in_common_are_not_enough() -> None:
    """A run that two writers may find by themselves."""
    shared = "one two three four five six seven eight nine ten eleven"
    assert _count(f"The first {shared} here.", f"The other {shared} there.") == 2
    assert _count(f"The {shared} twelve here.", f"A {shared} twelve there.") == 1


def test_texts_that_credit_one_agency_need_to_share_less() -> None:
    """A rewritten agency text still has some of its runs of words."""
    rewritten = (
        f"{_DATELINE}A ferry with sixty people on board turned back at noon, and the harbour "
        "master closed the pier. Smoke was all over the lower deck, a mechanic recalls. Twelve "
        "passengers were treated for smoke in a tent, he adds, while sailors who had burned "
        "themselves got help in town. Nobody else was hurt. The ship, which sails to the islands "
        "three times a day in summer, carries fruit and post as well as tourists. Its hull seems "
        "sound. Whoever has a ticket can sail from Wednesday, says the yard, or get the money back."
    )
    credited = _facts(_DATELINE + _STORY), _facts(rewritten)
    sketches = [facts.sketch for facts in credited if facts.sketch is not None]
    assert shared_share(*sketches) < 0.25
    assert same_origin(*credited)
    assert not same_origin(credited[0], replace(credited[1], agencies=frozenset({"Reuters"})))


def test_one_agency_does_not_make_two_stories_one() -> None:
    """It has many."""
    assert _count(_DATELINE + _STORY, _DATELINE + _OWN) == 2


def test_origins_are_joined_through_a_third_text() -> None:
    """A cut at the end and a cut at the beginning of one text."""
    first, second = _STORY.split("\n\n")[1:]
    assert _count(first, second) == 2
    assert _count(first, second, _STORY) == 1


def test_two_outlets_that_cite_one_report_are_one_origin_for_its_figure() -> None:
    """Whoever cites it first, second or through another."""
    claims = [_citing("a", "party:new-york-times"), _citing("b", "party:new-york-times")]
    assert origins_at_most(claims, {}) == 1
    chain = (Speaker("party:ap", "AP"), Speaker("party:new-york-times", "The New York Times"))
    assert origins_at_most([claims[0], replace(figure("b"), speakers=chain)], {}) == 1


def test_the_report_itself_is_the_origin_of_those_who_cite_it() -> None:
    """The newspaper's own article, in its own words."""
    own = figure("own")
    outlets = {own.text_id: TextFacts(outlets=frozenset({"party:new-york-times"}))}
    assert origins_at_most([own, _citing("a", "party:new-york-times")], outlets) == 1
    assert origins_at_most([own, figure("other")], outlets) == 2


def test_unnamed_officials_and_the_authors_themselves_stay_apart() -> None:
    """Nobody knows that two officials are one."""
    officials = [_citing("a", "words:officials"), _citing("b", "words:officials")]
    assert origins_at_most(officials, {}) == 2
    assert origins_at_most([figure("a"), figure("b")], {}) == 2


def test_claims_of_one_text_are_one_origin_and_none_is_none() -> None:
    """Saying it twice adds nothing."""
    assert origins_at_most([figure("a"), figure("a", at=50)], {}) == 1
    assert origins_at_most([], {}) == 0


def test_what_two_claims_owe_to_each_other_is_said_in_words() -> None:
    """One text, a report both cite, the newspaper itself, or the wording; else nothing."""
    left, right = _citing("a", "party:reuters"), figure("b")
    facts = {left.text_id: _facts(_STORY), right.text_id: _facts(_OWN)}
    reuters = replace(facts[right.text_id], outlets=frozenset({"party:reuters"}))
    assert same_source(left, figure("a", at=50), {}) == "they stand in one text"
    assert same_source(left, _citing("b", "party:reuters"), {}) == "both go back to party:reuters"
    assert same_source(left, right, {**facts, right.text_id: reuters}).endswith("party:reuters")
    assert not same_source(left, right, facts)
    wording = same_source(left, right, {**facts, right.text_id: _facts(_REPRINT)})
    assert wording == "a passage of twelve words or more stands in both"


def test_texts_without_a_sketch_stand_for_themselves() -> None:
    """Unknown is not the same."""
    assert not same_origin(TextFacts(), TextFacts())
    assert not same_origin(_facts(_STORY), TextFacts())


_hashes: Final = st.frozensets(st.integers(0, 40), max_size=12)
_passages: Final = st.frozensets(st.integers(0, 40), max_size=2)


def _made(more: int, shingles: frozenset[int], passages: frozenset[int]) -> Sketch:
    """Make a sketch of a text that has some more runs than are kept."""
    return Sketch(len(shingles) + more, shingles, passages)


_sketches: Final = st.builds(_made, st.integers(0, 60), _hashes, _passages)
_known: Final = st.dictionaries(
    st.sampled_from("abcdef"),
    st.builds(
        TextFacts,
        sketch=st.none() | _sketches,
        agencies=st.frozensets(st.sampled_from(["AP", "dpa"])),
        outlets=st.frozensets(st.sampled_from(["party:x", "party:y"])),
    ),
    max_size=6,
)


@given(left=_sketches, right=_sketches)
def test_a_share_is_symmetric_and_a_share(left: Sketch, right: Sketch) -> None:
    """Of any two sketches, however odd."""
    share = shared_share(left, right)
    assert share == shared_share(right, left)
    assert 0 <= share <= 1


@given(
    known=_known,
    order=st.permutations(range(6)),
    speakers=st.lists(st.sampled_from("xyz"), max_size=6),
)
def test_the_count_does_not_depend_on_the_order(
    known: Mapping[str, TextFacts], order: list[int], speakers: list[str]
) -> None:
    """Nor is it ever more than the texts, or fewer for more claims of the same texts."""
    claims = [figure(name) for name in "abcdef"]
    cited = [_citing(name, f"party:{key}") for name, key in zip("abcdef", speakers, strict=False)]
    facts = {figure(name).text_id: fact for name, fact in known.items()}
    told = [*claims[len(cited) :], *cited]
    count = origins_at_most(told, facts)
    shuffled = [told[at] for at in order]
    assert origins_at_most(shuffled, dict(reversed(facts.items()))) == count
    assert 1 <= count <= len({claim.text_id for claim in told})
    assert origins_at_most([*told, *claims], facts) <= count
    assert len(origin_links(told, facts)) == 6 - count
