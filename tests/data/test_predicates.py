"""The table of predicates is whole, consistent and apart from the other tables of verbs."""

import re
import string
from collections import Counter
from typing import Any

import pytest

from claims.data import FOLDER, load_toml

PREDICATES: list[dict[str, Any]] = load_toml("predicates.toml")["predicate"]
NAMES = [predicate["name"] for predicate in PREDICATES]

REQUIRED = {"name", "class", "did", "verbs", "transitive", "ask_actor"}
OPTIONAL = set(
    "done nouns adjectives one_actor object owner besides alone ask_object ask_day "
    "ask_place".split()
)
WORD_LISTS = ["verbs", "nouns", "adjectives"]
# The answer cannot be part of its own question.
PLACEHOLDERS = {
    "ask_actor": {"object"},
    "ask_object": {"actor"},
    "ask_day": {"actor", "object"},
    "ask_place": {"actor", "object"},
}
# Verbs that report as well as act; any other verb of reporting.toml reports only.
ACTS_OF_SPEECH = set(
    "accuse agree appeal arraign blame censure charge command condemn criticise criticize demand "
    "denounce deny disclaim discover dismiss find implicate indict rebuff rebuke refute reject sue "
    "testify admit acknowledge announce caution concede confirm declare order instruct "
    "pledge proclaim promise recommend advise request threaten vow warn verify "
    "applaud commend defend disagree hail laud praise respond".split()
) | {"call for", "hold responsible", "rule out"}
TOO_GENERAL = {"be", "have", "do", "make", "get", "take", "give", "use", "go", "say", "tell"}
PREPOSITIONS = {"against", "for", "from", "of", "to", "with"}


def placeholders(question: str) -> set[str]:
    """Return the names in braces of a question."""
    return {field for _, field, _, _ in string.Formatter().parse(question) if field is not None}


def repeated(field: str) -> list[str]:
    """Return the words that stand more than once in all lists of one field."""
    counts = Counter(
        word
        for predicate in PREDICATES
        if "object" not in predicate
        for word in predicate.get(field, [])
    )
    return [word for word, count in counts.items() if count > 1]


def all_verbs() -> set[str]:
    """Return every verb of the table."""
    return {verb for predicate in PREDICATES for verb in predicate["verbs"]}


def test_there_are_enough_predicates_and_not_too_many_to_read() -> None:
    """The table covers what news tells most, and one person can still read it through."""
    assert 90 <= len(PREDICATES) <= 170


def test_names_are_unique_slugs() -> None:
    """A name is stored with each claim, so it is plain and leads to one entry."""
    assert len(NAMES) == len(set(NAMES))
    assert [name for name in NAMES if not re.fullmatch(r"[a-z]+(_[a-z]+)*", name)] == []


def test_entries_are_sorted_by_class_and_then_by_name() -> None:
    """A reader finds an entry, and the place for a new one."""
    order = [(predicate["class"], predicate["name"]) for predicate in PREDICATES]
    assert order == sorted(order)


@pytest.mark.parametrize("predicate", PREDICATES, ids=NAMES)
def test_each_entry_has_its_fields_and_no_others(predicate: dict[str, Any]) -> None:
    """A misspelt field would be passed over in silence."""
    assert set(predicate) >= REQUIRED
    assert set(predicate) <= REQUIRED | OPTIONAL
    assert isinstance(predicate["transitive"], bool)
    # It is written only where it says something.
    assert predicate.get("one_actor", True) is True
    for field in ("class", "did", "done"):
        text = predicate.get(field, "text")
        assert text == text.strip() != ""


@pytest.mark.parametrize("predicate", PREDICATES, ids=NAMES)
def test_each_word_list_holds_plain_words(predicate: dict[str, Any]) -> None:
    """Words are lower case without hyphens, at which the parser would part them."""
    for field in WORD_LISTS:
        words = predicate.get(field, ["word"])
        assert words, field
        assert [word for word in words if not re.fullmatch(r"[a-z]+( [a-z]+)*", word)] == []


@pytest.mark.parametrize("predicate", PREDICATES, ids=NAMES)
def test_only_what_has_an_object_asks_for_one(predicate: dict[str, Any]) -> None:
    """An intransitive entry neither names an object nor leads to one."""
    if predicate["transitive"]:
        assert "ask_object" in predicate
        return
    assert set(predicate).isdisjoint({"done", "ask_object", "one_actor"})
    for verb in [*predicate["verbs"], predicate["did"]]:
        assert verb.split()[-1] not in PREPOSITIONS
    for field in PLACEHOLDERS:
        assert "object" not in placeholders(predicate.get(field, ""))


@pytest.mark.parametrize("predicate", PREDICATES, ids=NAMES)
def test_each_question_asks_for_what_it_does_not_hold(predicate: dict[str, Any]) -> None:
    """A question ends in its mark and has only the placeholders that may be filled in."""
    for field, allowed in PLACEHOLDERS.items():
        if field not in predicate:
            continue
        question = predicate[field]
        assert re.fullmatch(r"[A-Z][^?]*\?", question)
        assert placeholders(question) <= allowed
    assert placeholders(predicate["ask_actor"]) == (
        {"object"} if predicate["transitive"] else set()
    )
    assert placeholders(predicate.get("ask_object", "{actor}")) == {"actor"}
    for field in ("ask_day", "ask_place"):
        assert placeholders(predicate.get(field, "{actor}"))


@pytest.mark.parametrize("predicate", PREDICATES, ids=NAMES)
def test_the_passive_words_are_a_passive(predicate: dict[str, Any]) -> None:
    """Whoever tells of several turns "was" into "were", so it must stand first."""
    assert predicate.get("done", "was done").startswith("was ")


@pytest.mark.parametrize("field", WORD_LISTS)
def test_each_word_leads_to_one_entry(field: str) -> None:
    """A word in two entries would give one act two names."""
    assert repeated(field) == []


def test_no_verb_belongs_to_a_frame() -> None:
    """What frames.toml tells of meetings is not told twice; some of its verbs need a meeting."""
    frames = load_toml("frames.toml")["frame"]
    told = [frame for frame in frames if not frame.get("event_required")]
    assert all_verbs() & {verb for frame in told for verb in frame["verbs"]} == set()


def test_no_verb_merely_reports() -> None:
    """A verb of speech is here only where speaking is the act."""
    groups = load_toml("reporting.toml")["verbs"]
    reporting = {
        verb for name, verbs in groups.items() if name != "hedge_passive" for verb in verbs
    }
    assert all_verbs() & reporting == ACTS_OF_SPEECH


def test_no_verb_is_so_general_that_it_says_nothing() -> None:
    """Such a verb counts only together with the words that make it an act."""
    assert all_verbs() & TOO_GENERAL == set()


def test_every_class_opens_with_a_heading() -> None:
    """As many headings stand in the file as there are classes."""
    text = (FOLDER / "predicates.toml").read_text("utf-8")
    headings = re.findall(r"^\n# .+\n\n\[\[predicate\]\]$", text, flags=re.MULTILINE)
    assert text.startswith("# ")
    assert len(headings) == len({predicate["class"] for predicate in PREDICATES})
