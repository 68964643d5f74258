"""Who took part in one event: a list, a single party, a denial, a claim of everybody.

Scope (the event) is settled before. "Did not list" is never "did not come": a list that lacks a
member is an omission, unless the words close it. An invitation and a presence are two things:
whoever was invited may have stayed away.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final

from claims.compare.outcome import agreement, compatible, contradiction, not_comparable, omission
from claims.model import Outcome, Polarity
from claims.values.gazetteer import display_name, region_of
from claims.values.party import Parties, Party

PRESENT: Final = frozenset({"attend", "send"})
ASKED: Final = frozenset({"invite", "add", "unite", "exclude"})
_ALIKE: Final = 3
MAKERS: Final = frozenset({"host", "propose"})


@dataclass(frozen=True, slots=True)
class Statement:
    """What one claim says of who took part.

    Args:
        value: The party or list.
        role: "invite", "attend", "send", "add", "unite", "host" or "propose".
        polarity: Whether it says that they did or did not.
        told: Keys of everybody the same article names for the event, its host included.
    """

    value: Party | Parties
    role: str
    polarity: Polarity
    told: frozenset[str] = field(default_factory=frozenset)

    @property
    def members(self) -> tuple[Party, ...]:
        """The parties, one or several."""
        return self.value.members if isinstance(self.value, Parties) else (self.value,)

    @property
    def universal(self) -> bool:
        """Whether it claims to be about everybody."""
        return isinstance(self.value, Parties) and self.value.universal

    @property
    def closed(self) -> bool:
        """Whether it says that nobody else was there."""
        return isinstance(self.value, Parties) and self.value.closed

    @property
    def keys(self) -> frozenset[str]:
        """The keys of the parties."""
        return frozenset(member.key for member in self.members)


def covers(told: Iterable[str], key: str) -> bool:
    """Whether a key is among those told, by itself or inside a named group of a region.

    "several Central Asian countries" covers Uzbekistan.
    """
    return any(other == key or _is_group_of(other, key) for other in told)


def _is_group_of(group: str, key: str) -> bool:
    region = region_of(key)
    if not group.startswith("words:") or not region:
        return False
    adjective = region.lower().replace("asia", "asian").replace("africa", "african")
    return adjective.replace("europe", "european").replace("america", "american") in group


def compare_participation(left: Statement, right: Statement) -> Outcome:
    """Compare two statements about one event.

    Args:
        left: One statement.
        right: The other; the order does not matter.

    Returns:
        The relation with its rule, and a reason that names the parties concerned.
    """
    if left.universal or right.universal:
        return _with_universal(left, right)
    if (left.role in MAKERS) != (right.role in MAKERS):
        return not_comparable("participation.role", "one says who held it, the other who came")
    if left.role in MAKERS:
        return _makers(left, right)
    if left.polarity is not right.polarity:
        return _opposed(left, right)
    if left.polarity is Polarity.DENIED:
        return _both_denied(left, right)
    return _lists(left, right)


def _names(keys: Iterable[str], *sides: Statement) -> str:
    """Name parties for a reader: by the table, or as they are printed where it has no name."""
    printed = {member.key: member.name for side in sides for member in side.members}
    names = sorted(_name(key, printed.get(key, "")) for key in keys)
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)


def _name(key: str, printed: str) -> str:
    sort = key.partition(":")[0]
    return display_name(key) if sort in ("country", "party") or not printed else printed


def _with_universal(left: Statement, right: Statement) -> Outcome:
    """Hold "all the parties were invited" against "X was not invited"."""
    universal, other = (left, right) if left.universal else (right, left)
    if other.universal or other.polarity is universal.polarity:
        return compatible("participation.universal", "the one names some of all")
    same_act = (universal.role in ASKED) == (other.role in ASKED)
    if not same_act:
        return not_comparable("participation.role", "one is about invitations, the other is not")
    reason = f"one says that all were asked, the other that {_names(other.keys, other)} was not"
    return contradiction("participation.universal_exception", reason)


def _makers(left: Statement, right: Statement) -> Outcome:
    if left.role != right.role:
        return not_comparable("actor.role", "one says who held it, the other who proposed it")
    if left.polarity is not right.polarity:
        return _makers_opposed(left, right)
    if left.keys & right.keys:
        return agreement("actor.same", f"both name {_names(left.keys & right.keys, left)}")
    if left.role == "propose":
        return compatible("actor.many", "several may have proposed it")
    reason = (
        f"one names {_names(left.keys, left)} as the host, the other {_names(right.keys, right)}"
    )
    return contradiction("actor.host", reason)


def _makers_opposed(left: Statement, right: Statement) -> Outcome:
    shared = left.keys & right.keys
    if not shared:
        return compatible("actor.others", "the one denied is not the one named")
    reason = f"one says that {_names(shared, left)} did, the other that it did not"
    return contradiction("actor.denied", reason)


def _opposed(left: Statement, right: Statement) -> Outcome:
    """Hold "did" against "did not"."""
    did, did_not = (left, right) if left.polarity is Polarity.AFFIRMED else (right, left)
    shared = did.keys & did_not.keys
    if not shared:
        return compatible("participation.others", "they speak of different parties")
    if did.role in PRESENT and did_not.role in PRESENT:
        reason = f"one says that {_names(shared, left)} took part, the other that it did not"
        return contradiction("participation.denied", reason)
    if did.role in ASKED and did_not.role in ASKED:
        named = _names(shared, left)
        reason = f"one says that {named} was asked to take part, the other that it was not"
        return contradiction("participation.denied", reason)
    if did.role in ASKED:
        reason = f"{_names(shared, left)} may have been invited and stayed away"
        return compatible("participation.invited_absent", reason)
    reason = f"{_names(shared, left)} may have come without being invited"
    return compatible("participation.uninvited", reason)


def _both_denied(left: Statement, right: Statement) -> Outcome:
    shared = left.keys & right.keys
    if shared:
        return agreement("participation.both_denied", f"both leave {_names(shared, left)} out")
    return compatible("participation.others", "they speak of different parties")


def _lists(left: Statement, right: Statement) -> Outcome:
    """Hold two lists of who took part against each other."""
    closed = _outside_closed(left, right) or _outside_closed(right, left)
    if closed is not None:
        return closed
    shared = left.keys & right.keys
    left_only = missing(left, right)
    right_only = missing(right, left)
    if not left_only and not right_only:
        return agreement("participants.equal", "the articles name the same parties")
    single = len(left.members) == 1 or len(right.members) == 1
    if single and not (shared and left_only and right_only):
        return compatible("participants.part", "each names a part of those who took part")
    if not shared and not _tell_alike(left, right):
        return compatible("participants.part", "each names a part of those who took part")
    parts = [
        f"{_names(keys, left, right)} only in {which}"
        for keys, which in ((left_only, "the first"), (right_only, "the second"))
        if keys
    ]
    roles = "" if left.role == right.role else _roles(left, right)
    rule = "participants.omission" if shared else "participants.omission_apart"
    return omission(rule, f"{' and '.join(parts)}; neither says “only”{roles}")


def _tell_alike(left: Statement, right: Statement) -> bool:
    """Whether the two articles, taken whole, name enough of the same for a lack to mean much."""
    shared = {key for key in left.told & right.told if not key.startswith("words:")}
    return len(shared) >= _ALIKE


def _roles(left: Statement, right: Statement) -> str:
    words = {"invite": "who was invited", "attend": "who came", "send": "who sent somebody"}
    told = [words.get(side.role, "who was to take part") for side in (left, right)]
    return f". One tells {told[0]}, the other {told[1]}"


def missing(one: Statement, other: Statement) -> list[str]:
    """Give the members of one list that the other article tells nothing of, sorted by key."""
    told = other.told | other.keys
    return sorted(key for key in one.keys if not covers(told, key) and not _vague(one, key))


def _vague(statement: Statement, key: str) -> bool:
    """Whether a member is too vague for its absence to mean anything ("other leaders")."""
    member = next(m for m in statement.members if m.key == key)
    return member.vague and ("other" in key or "various" in key or "several" in key)


def _outside_closed(one: Statement, other: Statement) -> Outcome | None:
    """Find a member of the other list that a closed list shuts out."""
    alike = any({one.role, other.role} <= roles for roles in (PRESENT, ASKED))
    if not one.closed or not alike:
        return None
    outside = sorted(k for k in other.keys if not covers(one.told | one.keys, k) and ":" in k)
    outside = [key for key in outside if not key.startswith("words:")]
    if not outside:
        return None
    named = _names(outside, other)
    reason = f"one says that only {_names(one.keys, one)} took part, the other names {named}"
    return contradiction("participants.closed_list", reason)
