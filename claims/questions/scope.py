"""The ladder: what must agree before two values may be compared, step by step, scope first.

Each step says same, maybe, different or refused, and why. The first "different" or "refused"
ends the climb; a "maybe" leaves the whole at maybe. A step is a function of the two claims, their
events and their texts, and of frozen tables; never of what else is known.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Final

from claims.compare.participation import MAKERS
from claims.compare.quantity import in_one_unit
from claims.events import Verdict, compare_events
from claims.model import Certainty, Claim, Event, Kind, Polarity, Sketch
from claims.values.days import Days, days_apart, parse_iso
from claims.values.gazetteer import display_name
from claims.values.party import Parties
from claims.values.quantity import Quantity
from claims.values.unit import is_currency

SAME: Final = "same"
MAYBE: Final = "maybe"
DIFFERENT: Final = "different"
REFUSED: Final = "refused"


@dataclass(frozen=True, slots=True)
class Step:
    """One rung: its name, what it decided, and why, in words a reader understands."""

    name: str
    verdict: str
    reason: str


@dataclass(frozen=True, slots=True)
class TextFacts:
    """What comparison knows of a text beside its claims.

    Args:
        published: Earliest day of publication, partial ISO; None where not known.
        articles: How many articles publish it.
        names: Keys of the parties and places it names.
        sketch: Its wording; None for a text that was read before sketches were kept.
        agencies: News agencies that it, or an article on it, credits.
        outlets: Keys of the outlets that published it.
    """

    published: str | None = None
    articles: int = 1
    names: frozenset[str] = frozenset()
    sketch: Sketch | None = None
    agencies: frozenset[str] = frozenset()
    outlets: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Side:
    """A claim with all that comparison looks at.

    Args:
        claim: The claim.
        event: Its event as its own text tells it, None where it has none.
        group: The united event, across texts.
        facts: Its text.
        told: Keys of everybody its text names for the united event.
    """

    claim: Claim
    event: Event | None = None
    group: str | None = None
    facts: TextFacts = TextFacts()
    told: frozenset[str] = field(default_factory=frozenset)

    @property
    def universal(self) -> bool:
        """Whether it speaks of everybody."""
        return isinstance(self.claim.value, Parties) and self.claim.value.universal


@dataclass(frozen=True, slots=True)
class Climb:
    """A whole ladder: its steps, and what they come to.

    `verdict` is that of the step that decided: the first refusal or difference, else maybe.
    """

    steps: tuple[Step, ...]
    verdict: str = field(init=False)

    def __post_init__(self) -> None:
        told = {step.verdict for step in self.steps}
        found = next((v for v in (REFUSED, DIFFERENT, MAYBE) if v in told), SAME)
        object.__setattr__(self, "verdict", found)

    @property
    def reason(self) -> str:
        """The reason of the step that decided; for "same" all reasons."""
        deciding = [step.reason for step in self.steps if step.verdict == self.verdict]
        return "; ".join(deciding if self.verdict == SAME else deciding[:1])

    @property
    def score(self) -> int:
        """How much agrees: the order in which edges are taken."""
        return sum(step.verdict == SAME for step in self.steps)

    def step(self, name: str) -> Step | None:
        """Give the step of a name, None where the climb ended before it."""
        return next((step for step in self.steps if step.name == name), None)


def _kind(left: Side, right: Side) -> Step:
    one, other = left.claim, right.claim
    if (one.kind is Kind.QUANTITY) != (other.kind is Kind.QUANTITY):
        return Step("kind", REFUSED, "one gives an amount, the other a party")
    return Step("kind", SAME, "")


_PLANS: Final = frozenset({Certainty.PLANNED})
_STATED: Final = frozenset({Certainty.ASSERTED, Certainty.HEDGED})


def _certainty(left: Side, right: Side) -> Step:
    both = {left.claim.certainty, right.claim.certainty}
    if Certainty.CONDITIONAL in both:
        return Step("certainty", REFUSED, "a condition is compared with nothing")
    if both <= _STATED:
        return Step("certainty", SAME, "")
    if both <= _PLANS:
        return Step("certainty", SAME, "both speak of a plan")
    return Step("certainty", REFUSED, "one is a plan, the other a statement")


def _unit(left: Side, right: Side) -> Step:
    one, other = left.claim.value, right.claim.value
    if not isinstance(one, Quantity) or not isinstance(other, Quantity):
        return Step("unit", REFUSED, "one gives no amount")
    if in_one_unit(one, other) is not None:
        return Step("unit", SAME, "")
    if is_currency(one.unit) and is_currency(other.unit):
        reason = f"two currencies ({one.unit} and {other.unit}), which are never converted"
        return Step("unit", DIFFERENT, reason)
    reason = f"two units ({one.unit or 'a count'} and {other.unit or 'a count'})"
    return Step("unit", REFUSED, reason)


def _counted(left: Side, right: Side) -> Step:
    one, other = left.claim, right.claim
    if one.scope.head != other.scope.head:
        reason = f"one counts {one.subject}, the other {other.subject}"
        return Step("counted", REFUSED, reason)
    if one.attribute != other.attribute:
        reason = f"one says how many {one.attribute}, the other how many {other.attribute}"
        return Step("counted", REFUSED, reason)
    if Polarity.DENIED in (one.polarity, other.polarity):
        return Step("counted", REFUSED, "one says what the amount is not")
    return Step("counted", SAME, "")


def _said(keys: Iterable[str]) -> str:
    return " and ".join(display_name(key) for key in keys)


def _group(left: Side, right: Side) -> Step:
    one, other = left.claim.scope.group, right.claim.scope.group
    if one == other:
        return Step("group", SAME, f"same group ({left.claim.subject})")
    if one and other and not set(one) & set(other):
        reason = f"another group is counted ({_said(one)} / {_said(other)})"
        return Step("group", DIFFERENT, reason)
    return Step("group", MAYBE, "only one of the two says whose it counts")


def _modifiers(left: Side, right: Side) -> Step:
    one, other = set(left.claim.scope.modifiers), set(right.claim.scope.modifiers)
    if one == other:
        return Step("modifiers", SAME, "")
    if (one - other and other - one) or "more" in one ^ other:
        words = f"{' '.join(sorted(one)) or 'all'} / {' '.join(sorted(other)) or 'all'}"
        return Step("modifiers", DIFFERENT, f"another part is counted ({words})")
    return Step("modifiers", MAYBE, f"only one narrows it ({' '.join(sorted(one ^ other))})")


def _place(left: Side, right: Side) -> Step:
    one, other = left.claim.scope.place, right.claim.scope.place
    if one == other:
        return Step("place", SAME, f"same place ({_said(one)})" if one else "")
    if not one or not other:
        return Step("place", MAYBE, "only one of the two says where")
    inside = any(a.startswith(b) or b.startswith(a) for a in one for b in other)
    if inside:
        return Step("place", SAME, f"one place lies in the other ({_said(one)}, {_said(other)})")
    return Step("place", DIFFERENT, f"another place ({_said(one)} / {_said(other)})")


_LONG_APART: Final = timedelta(days=60)


def _days(side: Side) -> Days:
    as_of = side.claim.scope.as_of
    first = parse_iso(as_of.earliest).earliest if as_of.earliest else None
    last = parse_iso(as_of.latest).latest if as_of.latest else None
    return Days(first, last)


def _time(left: Side, right: Side) -> Step:
    one, other = _days(left), _days(right)
    if not one.resolved or not other.resolved:
        return Step("time", SAME if one == other else MAYBE, "the time is not stated")
    told = {left.claim.scope.as_of.known_by, right.claim.scope.as_of.known_by}
    apart = days_apart(one, other)
    if not apart:
        how = "both as of publication" if told == {"published"} else "both of the same time"
        return Step("time", SAME, how)
    if told == {"quote"} or _far(one, other):
        return Step("time", DIFFERENT, "they speak of another time")
    return Step("time", SAME, "printed within weeks of each other")


def _far(left: Days, right: Days) -> bool:
    ends = sorted((left, right), key=lambda days: (days.earliest or days.latest).toordinal())  # type: ignore[union-attr]
    first, second = ends
    return (
        first.latest is not None
        and second.earliest is not None
        and second.earliest - first.latest > _LONG_APART
    )


_NEAR: Final = 400
"""Characters within which two statements of one article are taken to go on about one thing."""
_FEW_DAYS: Final = timedelta(days=3)
_SHARED_NAMES: Final = 3
_SHARED_SHARE: Final = 0.25


def _story(left: Side, right: Side) -> Step:
    if left.claim.text_id == right.claim.text_id:
        return Step("story", SAME, "")
    scope_one, scope_other = left.claim.scope, right.claim.scope
    placed = scope_one.place and scope_other.place
    if placed and scope_one.group and scope_one.group == scope_other.group:
        return Step("story", SAME, "")
    shared = left.facts.names & right.facts.names
    smaller = min(len(left.facts.names), len(right.facts.names)) or 1
    if len(shared) >= _SHARED_NAMES and len(shared) / smaller >= _SHARED_SHARE:
        return Step("story", SAME, "the articles tell the same story")
    if set(scope_one.about) & set(scope_other.about) and _printed_near(left, right):
        return Step("story", SAME, "printed within days of each other")
    return Step("story", REFUSED, "nothing shows that the articles tell the same story")


def _printed_near(left: Side, right: Side) -> bool:
    """Whether both texts were printed, as far as is known to the day, within a few days."""
    days = [parse_iso(s.facts.published).single for s in (left, right) if s.facts.published]
    known = [day for day in days if day is not None]
    return len(known) == 2 and abs(known[0] - known[1]) <= _FEW_DAYS


def _about(left: Side, right: Side) -> Step:
    """Hold the names of the two clauses against each other: two wives of whom, dead where."""
    one, other = left.claim.scope, right.claim.scope
    if one.group and one.place and (one.group, one.place) == (other.group, other.place):
        return Step("about", SAME, "")
    if set(one.about) & set(other.about):
        shared = sorted((set(one.about) & set(other.about)) - set(one.group))
        return Step("about", SAME, f"both speak of {_said(shared)}" if shared else "")
    if one.about and other.about:
        return Step("about", REFUSED, "they speak of others")
    if left.claim.text_id == right.claim.text_id and _distance(left, right) <= _NEAR:
        return Step("about", SAME, "")
    return Step("about", MAYBE, "only one of the two says of whom")


def _distance(left: Side, right: Side) -> int:
    return abs(left.claim.anchor.start - right.claim.anchor.start)


def _role(left: Side, right: Side) -> Step:
    if (left.claim.role in MAKERS) != (right.claim.role in MAKERS):
        return Step("role", REFUSED, "one says who held it, the other who took part")
    return Step("role", SAME, "")


def _event(left: Side, right: Side) -> Step:
    universal = left if left.universal else right if right.universal else None
    if universal is not None and universal.event is None:
        return _everybody(universal, right if universal is left else left)
    if left.event is None or right.event is None:
        return Step("event", REFUSED, "one of the two names no event")
    if left.group is not None and left.group == right.group:
        return Step("event", SAME, f"same event ({_shorter(left.event, right.event)})")
    match = compare_events(left.event, right.event)
    named = f"{left.event.name} / {right.event.name}"
    if match.verdict is Verdict.DIFFERENT:
        return Step("event", DIFFERENT, f"two events: {named} ({match.reason})")
    return Step("event", REFUSED, f"whether these are one event is open: {named}")


def _shorter(left: Event, right: Event) -> str:
    return min(left.name, right.name, key=lambda name: (len(name), name))


def _everybody(universal: Side, other: Side) -> Step:
    """Hold a statement about everybody, made of no one event, against one about an event."""
    inviters = set(universal.claim.scope.group)
    hosts = set(other.event.hosts) if other.event is not None else set()
    if inviters and inviters & hosts:
        reason = f"one speaks of everybody {_said(sorted(inviters & hosts))} ever invited"
        return Step("event", MAYBE, reason)
    return Step("event", REFUSED, "nothing shows that the two speak of one inviter")


_QUANTITY: Final[tuple[Callable[[Side, Side], Step], ...]] = (
    _kind,
    _certainty,
    _unit,
    _counted,
    _group,
    _modifiers,
    _place,
    _time,
    _story,
    _about,
)
_PARTICIPATION: Final[tuple[Callable[[Side, Side], Step], ...]] = (
    _kind,
    _certainty,
    _role,
    _event,
)


def climb(left: Side, right: Side) -> Climb:
    """Decide whether two claims answer the same question.

    Args:
        left: One claim with its surroundings.
        right: The other; the order does not matter.

    Returns:
        The steps taken; the climb ends at the first refusal or difference.
    """
    quantity = left.claim.kind is Kind.QUANTITY
    taken: list[Step] = []
    for rung in _QUANTITY if quantity else _PARTICIPATION:
        step = rung(left, right)
        taken.append(step)
        if step.verdict in (REFUSED, DIFFERENT):
            break
    return Climb(tuple(step for step in taken if step.reason or step.verdict != SAME))
