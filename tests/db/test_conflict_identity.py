"""The choice of conflict ids, as a pure function."""

from hypothesis import given
from hypothesis import strategies as st

from claims.model import Conflict, Kind, Relation, conflict_id
from db.conflict_identity import PreviousConflict, assign_ids


def _conflict(left: str, right: str) -> Conflict:
    return Conflict(
        conflict_id(left, right), Relation.UPDATE, Kind.DATE, "r", "why", 0.0, "q", left, right
    )


claims = st.sampled_from("abcdef")
conflicts = st.lists(
    st.tuples(claims, claims).filter(lambda pair: pair[0] != pair[1]), max_size=6
).map(lambda pairs: list({found.id: found for found in (_conflict(*p) for p in pairs)}.values()))
answers = st.dictionaries(claims, st.lists(claims, max_size=3).map(tuple))
sides = st.lists(claims, min_size=1, max_size=3).map(tuple)


@given(found=conflicts, fellows=answers, history=st.lists(conflicts, max_size=4), data=st.data())
def test_no_two_conflicts_ever_share_an_id(
    found: list[Conflict],
    fellows: dict[str, tuple[str, ...]],
    history: list[list[Conflict]],
    data: st.DataObject,
) -> None:
    """Whatever was detected before, in whatever order, and once more changes nothing."""
    aliases: dict[str, str] = {}
    previous: list[PreviousConflict] = []
    for step in [*history, found]:
        chosen = assign_ids(step, fellows, aliases, previous, taken=set())
        assert len(set(chosen.values())) == len(step)
        shuffled = data.draw(st.permutations(step))
        assert assign_ids(shuffled, fellows, aliases, previous, taken=set()) == chosen
        aliases |= chosen
        assert assign_ids(step, fellows, aliases, previous, taken=set()) == chosen
        previous = [PreviousConflict(chosen[one.id], (one.left,), (one.right,)) for one in step]


def test_id_that_stands_elsewhere_is_not_given_again() -> None:
    """A conflict in a question that was not cleared keeps its id to itself."""
    conflict = _conflict("a", "b")
    chosen = assign_ids([conflict], {}, {conflict.id: "other"}, [], taken={"other"})
    assert chosen == {conflict.id: conflict.id}
    chosen = assign_ids([conflict], {}, {}, [], taken={conflict.id})
    assert chosen[conflict.id] not in {conflict.id, "other"}


def test_representatives_go_before_other_members() -> None:
    """The previous conflict that was represented by the members of both answers wins."""
    conflict = _conflict("a", "b")
    previous = [
        PreviousConflict("0 shares members", ("x", "a"), ("y", "b")),
        PreviousConflict("1 represented", ("b",), ("a",)),
    ]
    assert assign_ids([conflict], {}, {}, previous, taken=set()) == {conflict.id: "1 represented"}
