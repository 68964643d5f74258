"""Which labelled answers the claims hold: the rule, kind by kind, on invented sentences."""

from collections import Counter
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest

from claims.model import Value
from claims.values.days import Days, find_days
from claims.values.party import Parties, Party
from claims.values.quantity import Quantity, parse_quantity
from claims.values.words import Words
from tests.evaluation.answers import Fate, answer_recall, find_answers, pair_coverage
from tests.evaluation.carried import carries
from tests.evaluation.errors import MalformedDocument
from tests.evaluation.gold import Answer, Gold, dev_clusters, seeds_cluster
from tests.evaluation.grammar import Deed, deeds_of
from tests.evaluation.passages import document_of, read_documents
from tests.evaluation.phrase import head_word, initials, last_word
from tests.evaluation.stated import Stated, read_claims
from tests.evaluation.stories import (
    COURIER_BOATS,
    GAZETTE_BOATS,
    GAZETTE_FERRY,
    HARBOUR,
    TRIBUNE_BOATS,
    TRIBUNE_FLED,
    Told,
    listed,
    question,
    stated,
    story,
)
from tests.evaluation.wanted import read_amounts, read_answer, read_days, read_members

TORV = Party("person:torv", "Ilka Torv")
FRANCE = Party("country:FR", "Paris")


def amount(words: str) -> Quantity:
    """Read an amount as the program does."""
    return parse_quantity(words)


def day(words: str, anchor: date | None = None) -> Days:
    """Read days as the program does."""
    return next(find_days(words, anchor=anchor)).value


def asked(kind: str, value: object, *, question: str = "?", quote: str = "x") -> Gold:
    """Label one answer."""
    answer = Answer("gazette", quote, value, None)
    return Gold("Q1", "harbour", question, kind, "contradiction", (answer,), "")


def claim(value: Value, *, role: str = "count", anchor: str = "", denied: bool = False) -> Stated:
    """Make a claim that stands anywhere."""
    return Stated(
        document="gazette",
        place=(0, 1),
        anchor=(0, 1),
        kind="quantity",
        role=role,
        predicates=frozenset(role.split(":")),
        denied=denied,
        value=value,
        published=None,
        sentences=frozenset({0}),
        anchor_words=anchor,
    )


def is_carried(gold: Gold, made: Stated) -> bool | None:
    """Say whether a claim carries all that an answer asks for; None where that is nothing."""
    wanted = read_answer(gold, gold.answers[0])
    return all(carries(each, made) for each in wanted) if wanted else None


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (2500, "2,500 boats"),
        ("19", "nineteen boats"),
        ("19 (quay, Monday)", "19 boats"),
        (">1000", "more than 1,000 boats"),
        (">1000", "3,500 boats"),
        ("~7000", "about 7,000 boats"),
        ("~7000", "6,800 boats"),
        ("20-24", "22 boats"),
        ("about 20", "19 boats"),
        ("35+", "at least 35 boats"),
        ("35 (at least)", "at least 35 boats"),
        ("40 years (round)", "42 years"),
        ("dozens", "dozens of boats"),
        ("$40 million", "$40m"),
        ("$40 to $50 million", "$45m"),
        ("12 miles", "12 miles"),
        ("26", "26 years"),
        ("5.4% (at noon)", "5.4 per cent"),
        ("4th", "4 boats"),
        ("the fourth mayor", "4 boats"),
    ],
)
def test_an_amount_is_carried_by_one_that_holds_it_or_is_held(value: object, words: str) -> None:
    """Bounds, roundings, words and units are read by the program's own reader."""
    assert is_carried(asked("quantity", value), claim(amount(words)))


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (2500, "2,501 boats"),
        (">1000", "1,000 boats"),
        ("at least 20", "19 boats"),
        ("20-24", "25 boats"),
        ("12 miles", "12 kilometres"),
        ("12 miles", "12 boats"),
        ("$40 million", "40 million euros"),
        ("40", "40 per cent"),
        ("40", "$40"),
    ],
)
def test_another_amount_or_unit_does_not_carry_it(value: object, words: str) -> None:
    """Per cent and money are never mere numbers."""
    assert is_carried(asked("quantity", value), claim(amount(words))) is False


def test_a_list_of_amounts_needs_each_of_them() -> None:
    """Three killed and fourteen injured are two claims; one of them is half the answer."""
    assert [found.low for found in read_amounts("3 killed, 14 injured")] == [3, 14]
    assert is_carried(asked("quantity", "3 killed, 14 injured"), claim(amount("14"))) is False


def test_a_score_is_two_amounts() -> None:
    """The greater may come first."""
    assert [found.low for found in read_amounts("43-39 (home games)")] == [43, 39]


def test_vague_numbers_are_read_without_what_they_count() -> None:
    """The labels leave out the boats."""
    assert is_carried(asked("quantity", "scores"), claim(amount("about 50 boats")))


@pytest.mark.parametrize("value", ["life", "the Gazette", "first time since 2004-05", "1979-90"])
def test_what_holds_no_amount_is_left_out(value: str) -> None:
    """Years, names and "first" are none."""
    assert read_amounts(value) == ()


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("23 May 2005", "May 23, 2005"),
        ("23 May 2005", "in May 2005"),
        ("May 2005", "on 23 May 2005"),
        ("Monday 23 May 2005 (quay)", "May 23, 2005"),
        ("23 May 2005", "on Monday"),
        ("2005", "in 2005"),
        ("14 December (2008)", "on December 14, 2008"),
        ("6 December", "on Dec. 6"),
        ("6 December", "on December 6, 2008"),
        ("late July", "in July"),
        ("Friday afternoon", "on Friday"),
        ("Friday afternoon", "on 6 May 2005"),
        ("last summer", "last summer"),
        ("1 May 2005 to 8 June 2005", "on 3 May 2005"),
        ("worst since 1974", "since 1974"),
    ],
)
def test_days_are_carried_by_days_that_hold_them_or_are_held(value: str, words: str) -> None:
    """Unresolved days compare by what both name; 6 May 2005 was a Friday."""
    assert is_carried(asked("date", value), claim(day(words)))


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("23 May 2005", "on May 24, 2005"),
        ("23 May 2005", "on Tuesday"),
        ("14 December (2008)", "on December 14, 2009"),
        ("6 December", "on December 7"),
        ("Friday", "on Saturday"),
        ("last year", "last summer"),
        ("Monday and Thursday", "on Monday"),
    ],
)
def test_other_days_do_not_carry_them(value: str, words: str) -> None:
    """Each of several days must be there."""
    assert is_carried(asked("date", value), claim(day(words))) is False


def test_relative_days_hang_on_the_day_of_publication() -> None:
    """The Friday of an article of Saturday is the day before."""
    published = date(2005, 5, 7)
    (found,) = read_days("Friday", published)
    assert found.single == date(2005, 5, 6)
    gold = asked("date", "Friday")
    assert [found] == list(read_answer(gold, gold.answers[0], published))


@pytest.mark.parametrize("value", ["9:27 a.m.", "midday", "early", "at dawn"])
def test_times_of_day_are_no_days(value: str) -> None:
    """They are left out."""
    assert read_days(value) == ()


@pytest.mark.parametrize(
    ("value", "party"),
    [
        (("FR",), FRANCE),
        ("France", FRANCE),
        ("French officials", FRANCE),
        ("the French government (first report)", FRANCE),
        ("Torv", TORV),
        ("Mayor Ilka Torv", Party("name:Torv", "Torv")),
        ("a dock worker", Party("words:dock worker", "dock workers")),
        ("the head of the harbour guild", Party("words:head", "head of the guild")),
        ("HGV", Party("name:Harbour Guild of Velmora", "Harbour Guild of Velmora")),
        ("Torv, acquitted on appeal", TORV),
    ],
)
def test_a_party_is_carried_by_itself_or_an_alias(value: object, party: Party) -> None:
    """By its key, its surname, its head noun or its initials."""
    assert is_carried(asked("actor", value), claim(party))
    assert is_carried(asked("participants", value), claim(Parties((party, TORV))))


@pytest.mark.parametrize("value", [("FR", "DE"), "Germany", "Torv", "Arden", "France and Torv"])
def test_another_party_does_not_carry_it(value: object) -> None:
    """Each member of a list must be there."""
    assert is_carried(asked("actor", value), claim(FRANCE)) is False


def test_people_who_are_counted_are_an_amount() -> None:
    """Six countries, or two women and one man, ask for numbers."""
    assert read_members("six (countries)") == read_amounts("six")
    assert read_members("two women, one man") == read_amounts("two women, one man")
    assert read_members("unclear") == ()


@pytest.mark.parametrize(
    ("value", "asks", "quote", "role", "denied"),
    [
        ("not invited (Velmora)", "Was Torv there?", "Torv was not invited", "invite", True),
        ("attended", "Was Torv there?", "Torv attended", "attend", False),
        ("yes", "Did Torv invite the guild?", "Torv invited the guild", "svo:invite", False),
        ("no", "Did Torv invite the guild?", "Torv invited nobody", "invite", True),
        ("denied", "Did Torv do it?", "Torv denied involvement", "svo:involvement", True),
        ("no", "Is Torv a member?", "Torv was thrown out", "svo:throw", False),
        ("no", "Was Torv there?", "Torv declined to attend", "attend", True),
        ("yes", "Is he out?", "Torv decided to leave", "svo:leave", False),
        ("absent", "Did Torv attend?", "Torv did not attend", "attend", True),
        ("no", "Is he out?", "They do not believe that Torv left", "svo:leave", True),
        ("no", "Is he out?", "The guild said that Torv never left", "svo:leave", True),
    ],
)
def test_did_or_did_not_is_carried_by_the_same_polarity_of_the_same_predicate(
    value: str, asks: str, quote: str, role: str, denied: bool
) -> None:
    """The predicate of the value or of the question, or what the quote says in its own way."""
    gold = asked("polarity", value, question=asks, quote=quote)
    assert is_carried(gold, claim(TORV, role=role, denied=denied))
    assert is_carried(gold, claim(TORV, role="svo:swim", denied=denied)) is False
    if role != "svo:throw":
        assert is_carried(gold, claim(TORV, role=role, denied=not denied)) is False


def test_the_verb_that_a_claim_rests_on_is_its_predicate_too() -> None:
    """A role may have a name of its own: "present" where the words are "stationed"."""
    gold = asked("polarity", "yes", question="Are boats stationed?", quote="boats are stationed")
    assert is_carried(gold, claim(amount("9"), role="present", anchor="stationed"))


def test_a_verb_beside_the_predicate_in_question_does_not_count() -> None:
    """Of "the boats burned as they were unloaded" only the unloading answers."""
    gold = asked("polarity", "unloading", quote="The boats burned as they were unloaded")
    assert is_carried(gold, claim(TORV, role="svo:unload"))
    assert is_carried(gold, claim(TORV, role="svo:burn")) is False


def test_the_object_of_a_claim_is_no_predicate() -> None:
    """To drop bombs is not to bomb, though the word is there."""
    gold = asked("polarity", "yes", question="Did they bomb it?", quote="They dropped a bomb")
    dropped = claim(Words("bomb", "bomb"), role="svo:drop:object", anchor="bomb")
    assert is_carried(gold, dropped) is False


@pytest.mark.parametrize("value", ["very successful", "a harmless one"])
def test_what_is_neither_yes_nor_no_nor_a_deed_is_left_out(value: str) -> None:
    """There is no predicate to compare."""
    assert is_carried(asked("polarity", value), claim(TORV)) is None


@pytest.mark.parametrize(
    ("value", "found"),
    [
        ("in Velmora", Words("Velmora", "Velmora")),
        ("next to the harbour (first report)", Words("the old harbour", "harbour")),
        ("near Lake Arden in Velmora", Words("Lake Arden", "Lake Arden")),
        ("a short circuit", Words("short circuits on board", "circuit")),
        ("2 miles east of Velmora", amount("two miles")),
        ("the guild", Party("words:guild", "harbour guild")),
    ],
)
def test_free_words_are_carried_by_a_value_with_their_head(value: str, found: Value) -> None:
    """Places, reasons, charges; a distance is an amount."""
    assert is_carried(asked("place", value), claim(found))


@pytest.mark.parametrize(
    ("value", "found"),
    [
        ("in Velmora", Words("the harbour of Velmora", "harbour")),
        ("a short circuit", Words("a fire", "fire")),
        ("2 miles east of Velmora", amount("three miles")),
    ],
)
def test_free_words_with_another_head_do_not_carry_them(value: str, found: Value) -> None:
    """A shared word is not enough."""
    assert is_carried(asked("attribution", value), claim(found)) is False


def test_a_reason_in_a_clause_is_what_was_done() -> None:
    """It has no head noun."""
    gold = asked("attribution", "the guild called them", quote="after a call by the guild")
    assert is_carried(gold, claim(TORV, role="svo:call"))


@pytest.mark.parametrize(
    ("phrase", "head"),
    [
        ("the head of the branch in Velmora", "head"),
        ("near Lake Arden", "arden"),
        ("firebombs and other objects", "firebomb"),
        ("French and other boats", "boat"),
        ("Highway 214", "highway"),
        ("Torv's home", "home"),
        ("the guild itself", "guild"),
        ("", ""),
    ],
)
def test_a_phrase_is_about_its_head(phrase: str, head: str) -> None:
    """The last word before the first preposition."""
    assert head_word(phrase) == head


def test_words_are_folded() -> None:
    """Plurals and possessives do not count."""
    assert [last_word(word) for word in ("cities", "masses", "women", "Torv’s")] == [
        *("city", "mass", "woman", "torv")
    ]
    assert initials("League of Lake States") == "LLS"


def test_words_without_a_verb_tell_of_no_deed() -> None:
    """Otherwise the deed comes with its polarity."""
    assert deeds_of("the first boats") == frozenset()
    assert deeds_of("No boat left the quay") == {Deed("leave", denied=True)}


def fates(
    folder: Path, values: Mapping[Told, object], *claims: Mapping[str, object], kind: str
) -> list[str]:
    """Find the answers of one question and say what became of each."""
    cluster = story(folder, question("contradiction", values, kind=kind))
    documents = read_documents(cluster.files)
    found = find_answers(cluster, read_claims(listed(*claims), documents), documents)
    return [outcome.fate.value for outcome in found.outcomes]


def test_a_claim_must_share_a_sentence_with_the_quote(tmp_path: Path) -> None:
    """The same number elsewhere, or in another article, is another claim."""
    values = {GAZETTE_BOATS: 9, COURIER_BOATS: 14, TRIBUNE_BOATS: 14, TRIBUNE_FLED: 14}
    nine = stated(GAZETTE_FERRY, amount("9"))
    fourteen = stated(TRIBUNE_BOATS, amount("14"))
    found = fates(tmp_path, values, nine, fourteen, kind="quantity")
    assert found == [Fate.FOUND, Fate.MISSED, Fate.FOUND, Fate.MISSED]


def test_words_that_stand_twice_are_told_apart_by_their_offsets() -> None:
    """The claim on the second "nine" is none on the first."""
    article = "There were nine boats. On Monday nine men left."
    documents = {"gazette": document_of(article)}
    told = stated(("gazette", "nine"), amount("9"), article=article)
    (first,) = read_claims(listed(told), documents)
    place = article.rindex("nine")
    (second,) = read_claims(listed({**told, "start": place, "end": place + 4}), documents)
    assert first.sentences == {0}
    assert second.sentences == {1}


def test_offsets_that_do_not_hold_the_quote_give_way_to_its_words() -> None:
    """Another program may count in another way."""
    documents = {"gazette": document_of(HARBOUR["gazette"])}
    told = {**stated(GAZETTE_BOATS, amount("9")), "start": 60, "end": 70}
    (found,) = read_claims(listed(told), documents)
    assert found.sentences == {1}  # the title is sentence 0


def test_relative_days_of_an_article_hang_on_what_the_program_knows(tmp_path: Path) -> None:
    """The labelled "Monday" of an article of a Thursday is three days before."""
    told = ("gazette", "The fire began on Monday")
    values = {told: "Monday"}
    monday = stated(told, day("on 2 May 2005"), published="2005-05-05")
    week_before = stated(told, day("on 25 April 2005"), published="2005-05-05")
    (tmp_path / "one").mkdir()
    assert fates(tmp_path, values, monday, kind="date") == [Fate.FOUND]
    assert fates(tmp_path / "one", values, week_before, kind="date") == [Fate.MISSED]


def test_a_pair_is_covered_when_two_answers_that_differ_are_found(tmp_path: Path) -> None:
    """Two equal answers are no pair; answers that cannot be read are left out and counted."""
    tolls = {GAZETTE_BOATS: 9, COURIER_BOATS: 14, TRIBUNE_BOATS: 14}
    words = {GAZETTE_BOATS: "many", COURIER_BOATS: "few"}
    records = (
        question("contradiction", tolls, name="Q1"),
        question("contradiction", words, name="Q2"),
        question("update", tolls, name="Q3"),
    )
    cluster = story(tmp_path, *records)
    documents = read_documents(cluster.files)
    equal = [stated(COURIER_BOATS, amount("14")), stated(TRIBUNE_BOATS, amount("14"))]
    nine = stated(GAZETTE_BOATS, amount("9"))
    for claims, covered in ((equal, 0), ([*equal, nine], 1), ([equal[0], nine], 1)):
        found = find_answers(cluster, read_claims(listed(*claims), documents), documents)
        tally = pair_coverage([found], "quantity")
        assert (tally.share.part, tally.share.whole, tally.left_out) == (covered, 1, 1)
        assert pair_coverage([found]) == tally
        assert pair_coverage([found], "date").share.whole == 0
    recall = answer_recall([found])
    assert (recall.share.part, recall.share.whole, recall.left_out) == (4, 6, 2)


@pytest.mark.parametrize(
    "document",
    [
        {"schema": "claims/claims/2", "claims": []},
        {"claims": [{"quote": "x"}]},
        {"claims": [{**stated(GAZETTE_BOATS, Words("x")), "value": {"type": "smell"}}]},
    ],
)
def test_another_form_of_listing_is_refused(document: Mapping[str, object]) -> None:
    """Nothing is guessed of it."""
    with pytest.raises(MalformedDocument):
        read_claims(document, {})


def test_what_has_no_rule_is_an_error() -> None:
    """A new sort of answer must not pass for a missed one."""
    with pytest.raises(TypeError, match="no rule for str"):
        carries("nine", claim(amount("9")))


def test_few_labelled_answers_are_left_out(needs_shared: Path) -> None:
    """A reader that reads less must not make the figures better; counted, never shown."""
    clusters = [seeds_cluster(needs_shared), *dev_clusters(needs_shared)]
    unread = Counter(
        record.kind
        for cluster in clusters
        for record in cluster.gold
        for answer in record.answers
        if not cluster.is_held_back and not read_answer(record, answer)
    )
    assert unread <= Counter(quantity=30, date=30, polarity=10, participants=2, actor=1)
