"""The table of what a word does to the clause on it."""

from claims.data import load_toml

TABLE = load_toml("complements.toml")


def test_every_list_is_plain_and_without_repetition() -> None:
    """Lower case, trimmed, each word once in its list."""
    for words in TABLE.values():
        assert words == [word.strip().lower() for word in words]
        assert len(words) == len(set(words))


def test_a_word_does_not_turn_a_clause_round_and_leave_it() -> None:
    """What makes a statement false does not make it true, and no plan is a guess by name alone."""
    assert not set(TABLE["false_adjectives"]) & set(TABLE["true_adjectives"])
    assert not set(TABLE["views"]) & set(TABLE["factive_verbs"])
    assert not set(TABLE["negative_nouns"]) & set(TABLE["plan_nouns"])
