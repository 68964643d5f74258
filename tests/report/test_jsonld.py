"""The report as linked data: what a JSON-LD processor makes of it."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any, Final

import pytest

from claims.model import AsOf, Filter, Relation, Target, Text
from claims.report.form import Form
from claims.report.jsonld.annotation import conflict_node
from claims.report.jsonld.claim import claim_node
from claims.report.jsonld.iri import name_of
from claims.report.provenance import surroundings_in
from claims.report.view import Case, Entry, Publication
from claims.service.report import Order, write_report
from db import Database
from tests.report.hostile import ALL, CONFLICT, FORMULA, store_hostile
from tests.report.linked import (
    OA,
    OURS,
    PROV,
    SCHEMA,
    Node,
    facts_of,
    ids,
    items_of,
    of_type,
    unknown_words,
    words,
)
from tests.report.story import (
    CITED,
    CLAIMS,
    CONTRADICTION,
    DIGEST,
    DIGEST_TEXT,
    LOOK_ALIKE,
    NOT_INVITED,
    OPINION_TEXT,
    OWN,
    REPRINT,
    WIRE,
    exactly,
    make_claim,
)

JSON_LD: Final = Order(Form.JSON_LD, day="2026-06-01", title="Troops")


def _text(database: Database, narrow: Filter | None = None) -> str:
    return "".join(write_report(database, narrow or Filter(), JSON_LD))


def _items(database: Database, narrow: Filter | None = None) -> dict[str, Node]:
    return {item.get("@id", ""): item for item in items_of(_text(database, narrow))}


def _conflict(database: Database, id_: str = CONTRADICTION.id) -> Node:
    return _items(database)[name_of(Target.CONFLICT, id_)]


def test_document(empty_story: Database, matches_golden: Callable[[str, str], None]) -> None:
    """The whole document, byte for byte, the same twice."""
    text = _text(empty_story)
    assert text == _text(empty_story)
    matches_golden("report.jsonld", text)


def test_every_word_is_one_that_a_context_defines(empty_story: Database) -> None:
    """A processor drops what none defines without a sound."""
    document = json.loads(_text(empty_story))
    assert list(unknown_words(document)) == []
    document["@graph"][1]["nonsense"] = 1
    assert list(unknown_words(document)) == ["nonsense"]


def test_a_conflict_links_two_targets(empty_story: Database) -> None:
    """Contradictions and look-alikes alike, told apart by a body that classifies."""
    linking = [
        item
        for item in of_type(list(_items(empty_story).values()), f"{OA}Annotation")
        if ids(item, f"{OA}motivatedBy") == [f"{OA}linking"]
    ]
    assert [item["@id"].rpartition(":")[2] for item in linking] == [CONTRADICTION.id, LOOK_ALIKE.id]
    assert [len(item[f"{OA}hasTarget"]) for item in linking] == [2, 2]
    classes = [_bodies(item, "classifying") for item in linking]
    assert classes == [["contradiction"], ["not the same thing"]]
    assert _bodies(linking[0], "describing") == [CONTRADICTION.reason]


def _bodies(item: Node, purpose: str) -> list[Any]:
    return [
        word
        for body in item[f"{OA}hasBody"]
        if ids(body, f"{OA}hasPurpose") == [OA + purpose]
        for word in words(body, "http://www.w3.org/1999/02/22-rdf-syntax-ns#value")
    ]


def _selectors(target: Node) -> dict[str, Node]:
    return {
        selector["@type"][0].removeprefix(OA): selector for selector in target[f"{OA}hasSelector"]
    }


def test_selectors_find_the_quote_in_the_stored_text(empty_story: Database) -> None:
    """By its words with 32 characters on either side, and by its place."""
    for target, claim in zip(_conflict(empty_story)[f"{OA}hasTarget"], (OWN, CITED), strict=True):
        place, quote = (_selectors(target)[f"Text{sort}Selector"] for sort in ("Position", "Quote"))
        ((start,), (end,)) = words(place, f"{OA}start"), words(place, f"{OA}end")
        body = OPINION_TEXT.body
        assert words(quote, f"{OA}exact") == [body[start:end]] == [claim.quote]
        assert words(quote, f"{OA}prefix") == [body[max(0, start - 32) : start]]
        assert words(quote, f"{OA}suffix") == [body[end : end + 32]]
        assert words(place, f"{OURS}unit") == ["code point"]
        state = target[f"{OA}hasState"][0]
        assert ids(state, f"{OA}cachedSource") == [f"urn:claimledger:text:{OPINION_TEXT.id}"]
        assert ids(target, f"{OA}hasSource") == ["https://example.org/why"]


def test_offsets_count_code_points() -> None:
    """A letter outside the basic plane is one, not two as in a browser, nor four bytes."""
    text = Text("😀😀 In all 40 were killed. 😀")
    claim = make_claim(
        text,
        "40 were killed",
        "40",
        kind=OWN.kind,
        role="kill",
        subject="",
        attribute="",
        value=exactly(40),
    )
    entry = Entry(claim, (Publication("a" * 64, text.id),))
    around = {claim.id: surroundings_in(text.body, claim.span)}
    target, _ = conflict_node(Case(CONTRADICTION, entry, entry, ""), around, "1")["target"]
    quote, place = target["selector"]
    assert (place["start"], place["end"]) == (10, 24)
    assert (quote["prefix"], quote["suffix"]) == ("😀😀 In all ", ". 😀")


def test_a_claim_says_who_says_it_and_where(empty_story: Database) -> None:
    """Each article that prints it; the whole chain of speakers in its order."""
    items = _items(empty_story)
    claims = of_type(list(items.values()), f"{SCHEMA}Claim")
    assert {item["@id"].rpartition(":")[2] for item in claims} == {claim.id for claim in CLAIMS}
    assert all(ids(item, f"{SCHEMA}appearance") for item in claims)
    wire = items[name_of(Target.CLAIM, WIRE.id)]
    assert name_of(Target.ARTICLE, REPRINT.id) in ids(wire, f"{SCHEMA}appearance")
    cited = items[name_of(Target.CLAIM, CITED.id)]
    (chain,) = cited[f"{OURS}speakers"]
    assert [link["@value"] for link in chain["@list"]] == ["The New York Times", "US officials"]
    (author,) = cited[f"{SCHEMA}author"]
    assert words(author, f"{SCHEMA}name") == ["The New York Times"]
    assert words(cited, f"{SCHEMA}text") == [CITED.quote]
    (answer,) = words(cited, f"{OURS}answer")
    assert (answer["low"], answer["high"], answer["unit"]) == (3500, 3500, "person")


@pytest.mark.parametrize(
    ("known_by", "field"),
    [("published", "claims:temporalCoverageInferred"), ("quote", "temporalCoverage")],
)
def test_the_time_of_a_claim_is_inferred_or_told(known_by: str, field: str) -> None:
    """Of publication, under a word of our own; named in the quote, under schema.org's."""
    as_of = AsOf("2021-04-01", "2021-04-30", known_by)
    claim = replace(OWN, scope=replace(OWN.scope, as_of=as_of))
    node = claim_node(Entry(claim, (Publication("a" * 64, OWN.text_id),)), None)
    told = {name: value for name, value in node.items() if "temporal" in name}
    assert told == {field: "2021-04"}


def test_words_of_a_digest_are_labelled_and_not_quoted(empty_story: Database) -> None:
    """On the claim, the article and the target; by PROV they are derived from it."""
    items = _items(empty_story)
    label = ["digest, not the outlet's own words"]
    digest = items[name_of(Target.CLAIM, NOT_INVITED.id)]
    assert words(digest, f"{OURS}wording") == label
    assert f"{PROV}wasQuotedFrom" not in digest
    assert ids(digest, f"{PROV}wasDerivedFrom") == [name_of(Target.ARTICLE, DIGEST.id)]
    assert words(items[name_of(Target.ARTICLE, DIGEST.id)], f"{OURS}wording") == label
    _, target = _conflict(empty_story, LOOK_ALIKE.id)[f"{OA}hasTarget"]
    assert words(target, f"{OURS}wording") == label
    own = items[name_of(Target.CLAIM, OWN.id)]
    assert words(own, f"{OURS}wording") == ["verbatim"]
    assert len(ids(own, f"{PROV}wasQuotedFrom")) == 1
    assert "“" not in _text(empty_story)


def test_days_that_are_known_and_inferred_stand_apart(empty_story: Database) -> None:
    """schema.org's word for the one, a word of our own for the other."""
    articles = [item for item in _items(empty_story).values() if f"{OURS}publishedKnownBy" in item]
    told = {
        (
            *words(item, f"{SCHEMA}headline"),
            *words(item, f"{SCHEMA}datePublished"),
            *(f"{day}?" for day in words(item, f"{OURS}datePublishedInferred")),
        )
        for item in articles
    }
    assert ("Why return?", "2021-04-05") in told
    assert ("Troops remain", "2021-04?") in told


def test_everything_says_how_it_came_to_be(empty_story: Database) -> None:
    """Each claim by a run, each run by a version, each stored text from its article."""
    items = _items(empty_story)
    for claim in of_type(list(items.values()), f"{SCHEMA}Claim"):
        (run,) = ids(claim, f"{PROV}wasGeneratedBy")
        assert f"{PROV}Activity" in items[run]["@type"]
        assert words(items[run], f"{PROV}startedAtTime") == ["2026-05-01T12:30:15.123456+00:00"]
        assert words(items[run], f"{OURS}extractor") == ["rules/1"]
        (program,) = ids(items[run], f"{PROV}wasAssociatedWith")
        assert words(items[program], f"{SCHEMA}softwareVersion") == ["1.0"]
    sides = ids(_conflict(empty_story), f"{PROV}wasDerivedFrom")
    assert sides == [name_of(Target.CLAIM, claim.id) for claim in (OWN, CITED)]
    encodings = [one for item in items.values() for one in item.get(f"{SCHEMA}encoding", ())]
    assert {words(one, f"{SCHEMA}sha256")[0] for one in encodings} >= {DIGEST_TEXT.id}
    assert all(ids(one, f"{PROV}wasGeneratedBy") for one in encodings)


def test_it_obeys_a_filter_and_says_so(empty_story: Database) -> None:
    """The report itself is an item, with what was set."""
    narrow = Filter(outlet="The Independent", relations=(Relation.CONTRADICTION,))
    items = items_of(_text(empty_story, narrow))
    (report,) = of_type(items, f"{SCHEMA}Report")
    assert words(report, f"{OURS}filters") == [
        {"relation": "contradiction", "outlet": "The Independent"}
    ]
    assert words(report, f"{SCHEMA}name") == ["Troops"]
    assert words(report, f"{SCHEMA}dateCreated") == ["2026-06-01"]
    assert "code points" in words(report, f"{OURS}offsets")[0]
    (linking,) = of_type(items, f"{OA}Annotation")
    assert linking["@id"] == name_of(Target.CONFLICT, CONTRADICTION.id)
    nothing = items_of(_text(empty_story, Filter(outlet="Nobody")))
    assert not of_type(nothing, f"{SCHEMA}Claim")
    assert not of_type(nothing, f"{SCHEMA}NewsArticle")
    assert len(of_type(nothing, f"{SCHEMA}Report")) == 1


def test_hostile_words_are_kept_and_run_nowhere(database: Database) -> None:
    """Put into a page as it is, nothing closes its element; no address but the web's is a name."""
    with database.write() as session:
        store_hostile(session)
    text = _text(database)
    assert not set(text) & set("<>&\x1b\x07\u202e\u2066\u202c")
    items = items_of(text)
    conflict = _items(database)[name_of(Target.CONFLICT, CONFLICT.id)]
    assert _bodies(conflict, "describing") == [ALL]
    assert FORMULA in {name for item in items for name in words(item, f"{SCHEMA}name")}
    assert not [line for line in facts_of(text).splitlines() if "<javascript" in line]


def test_a_document_says_the_same_to_every_processor(empty_story: Database) -> None:
    """As bare facts: two targets for each of two conflicts, no name that leads nowhere."""
    facts = facts_of(_text(empty_story)).splitlines()
    assert len([line for line in facts if f"<{OA}hasTarget>" in line]) == 4
    assert not [line for line in facts if line.startswith("<") and not line.startswith("<urn:")]
    assert len(facts) > 200
