"""Claims joined into questions, and the claims of a question into answers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from claims.model import Answer, Claim, Question, fingerprint
from claims.questions.family import TITLE
from claims.questions.side import Side
from claims.questions.wording import question_text
from claims.values.document import to_document
from claims.values.party import Parties, Party


class Groups:
    """Claims joined into questions, edge by edge, never across a clash."""

    def __init__(self, ids: Iterable[str]) -> None:
        """Begin with every claim on its own."""
        self._group = {id_: id_ for id_ in ids}
        self._members = {id_: [id_] for id_ in self._group}
        self._clashes: dict[str, set[str]] = defaultdict(set)

    def join(self, left: str, right: str) -> None:
        """Put the groups of two claims together, unless claims of theirs clash."""
        one, other = self._group[left], self._group[right]
        if one == other or other in self._clashes[one]:
            return
        if len(self._members[one]) < len(self._members[other]):
            one, other = other, one
        for id_ in self._members[other]:
            self._group[id_] = one
        self._members[one] += self._members.pop(other)
        for clashing in self._clashes.pop(other, ()):
            self._clashes[clashing].discard(other)
            self._clashes[clashing].add(one)
            self._clashes[one].add(clashing)

    def clash(self, left: str, right: str) -> None:
        """Let the groups of two claims clash, unless they are one group already."""
        one, other = self._group[left], self._group[right]
        if one != other:
            self._clashes[one].add(other)
            self._clashes[other].add(one)

    def all(self) -> list[list[str]]:
        """Give the groups, each in order of id, by their smallest."""
        return sorted(sorted(ids) for ids in self._members.values())


def order_of(side: Side) -> tuple[str, bool, str]:
    """Give what claims are ordered by: earliest published first, the undated last, then id.

    What an article took back comes before what it says.
    """
    return side.facts.published or "9999", not side.claim.withdrawn, side.claim.id


def _answers(ids: Sequence[str], sides: Mapping[str, Side], question: str) -> list[Answer]:
    """Gather the claims of a question that give the same answer."""
    grouped: dict[str, list[Side]] = defaultdict(list)
    for id_ in ids:
        grouped[sides[id_].once(signature_of)].append(sides[id_])
    answers = []
    for signature, members in grouped.items():
        ordered = sorted(members, key=order_of)
        first = ordered[0].claim
        answers.append(
            Answer(
                id=fingerprint("answer", question, signature),
                value=first.value,
                claims=tuple(side.claim.id for side in ordered),
                as_of=first.scope.as_of,
                certainty=first.certainty,
                polarity=first.polarity,
                speaker=first.head_speaker,
            )
        )
    return sorted(answers, key=lambda answer: order_of(sides[answer.claims[0]]))


def signature_of(side: Side) -> str:
    """Give what makes two claims one answer: value, time, certainty, speaker, role."""
    return signature_in(side.claim)


def signature_in(claim: Claim) -> str:
    """Give what makes a claim one answer with others; see `signature_of`."""
    document = {k: v for k, v in to_document(claim.value).items() if k not in ("text", "digits")}
    if isinstance(claim.value, Party | Parties):
        members = claim.value.members if isinstance(claim.value, Parties) else (claim.value,)
        document = {"members": sorted(member.key for member in members)}
        if isinstance(claim.value, Parties):
            document |= {"closed": claim.value.closed, "universal": claim.value.universal}
    if claim.role == TITLE:
        document["title"] = claim.value.text.casefold()
    as_of = claim.scope.as_of
    stated = (as_of.earliest, as_of.latest) if as_of.known_by == "quote" else ()
    speakers = "|".join(speaker.key for speaker in claim.speakers)
    parts = (document, claim.role, claim.certainty, claim.polarity, speakers, stated)
    return repr(parts)


def gather_question(ids: list[str], sides: Mapping[str, Side]) -> Question:
    """Make a question of the claims that answer it; tallies come later."""
    ordered = sorted((sides[id_] for id_ in ids), key=order_of)
    id_ = fingerprint("question", min(ids))
    events = {side.group for side in ordered if side.group is not None}
    return Question(
        id=id_,
        text=question_text(ordered),
        kind=ordered[0].claim.kind,
        answers=tuple(_answers(ids, sides, id_)),
        events=tuple(sorted(events)),
    )
