"""Pairs of amounts with what is known of them: what the weights of likeness are fitted on.

Looks only at pairs that the rungs of the ladder leave open and whose values exclude each other.
They are labelled by the questions of a development cluster, by readers (`pairs.jsonl`), and by the
invented stories that detection is tested on. Refuses held-back clusters.
"""

import itertools
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from claims.extract import Extraction, extract
from claims.model import Article, Claim, Text
from claims.questions import Context, TextFacts
from claims.questions.family import Family, family_of
from claims.questions.judgement import outcome_of
from claims.questions.key import keys_of
from claims.questions.ladder import amount
from claims.questions.ladder.step import DIFFERENT, REFUSED, climb_with
from claims.questions.part import whole_of
from claims.questions.side import Pair, Side
from claims.questions.story import linked
from claims.read import Given, make_view, read_file
from tests.evaluation.answers import day_of
from tests.evaluation.carried import carries
from tests.evaluation.gold import REPOSITORY, Cluster, Gold
from tests.evaluation.pairs import CONFLICTING, Place, read_pairs
from tests.evaluation.passages import Document, locate, read_documents
from tests.evaluation.stated import Stated, stated_claim
from tests.evaluation.wanted import read_answer

STORIES: Final = REPOSITORY / "tests" / "questions" / "cases" / "stories.jsonl"
INVENTED: Final = "invented stories"

Read = Mapping[str, tuple[Article, Extraction]]
"""The articles of a cluster with what was read from them, by name."""


@dataclass(frozen=True, slots=True)
class Labelled:
    """A pair of amounts whose values exclude each other.

    Args:
        cluster: Where it is from.
        pair: The two claims.
        conflict: Whether they answer one question, None where nobody said.
        record: The labelled question that says so, None where a reader does.
    """

    cluster: str
    pair: Pair
    conflict: bool | None
    record: str | None = None


def labelled_pairs(cluster: Cluster) -> list[Labelled]:
    """Give the open pairs of a development cluster, with their labels.

    Raises:
        ValueError: The cluster is held back.
    """
    if cluster.is_held_back:
        message = f"{cluster.name} is held back: nothing is fitted on it"
        raise ValueError(message)
    read = read_cluster(cluster)
    judged, gold = read_pairs(), _gold_labels(cluster, read)
    names = {article.text.id: name for name, (article, _) in read.items()}
    return [
        _labelled(cluster.name, pair, names, judged, gold)
        for pair in open_pairs(
            [(article.text, article.published, e) for article, e in read.values()]
        )
    ]


def read_cluster(cluster: Cluster) -> Read:
    """Read the articles of a cluster as the program does."""
    articles = [read_file(file, Given()) for file in cluster.files]
    return {
        file.stem: (article, _extracted(article.text, article.published, article.authors))
        for file, article in zip(cluster.files, articles, strict=True)
    }


def invented_pairs() -> Iterator[Labelled]:
    """Give the open pairs of the invented stories: a conflict where the story lists one."""
    for line in STORIES.read_text("utf-8").splitlines():
        story = json.loads(line)
        wanted = [set(told[1:]) for told in story["conflicts"] if told[0] in CONFLICTING]
        read = []
        for article in story["articles"]:
            text = Text(article["text"])
            read.append((text, article["published"], _extracted(text, article["published"])))
        for pair in open_pairs(read):
            values = {pair.left.claim.value.text, pair.right.claim.value.text}
            yield Labelled(INVENTED, pair, values in wanted)


def _extracted(text: Text, published: str | None, authors: Sequence[str] = ()) -> Extraction:
    return extract(make_view(text), published=published, authors=tuple(authors))


def open_pairs(read: Iterable[tuple[Text, str | None, Extraction]]) -> Iterator[Pair]:
    """Give the pairs of amounts that only likeness can decide, of articles of one story."""
    context = context_of(read)
    sides = whole_of(context).sides.values()
    amounts = [side for side in sides if family_of(side.claim) is Family.AMOUNT]
    keys = {side.claim.id: keys_of(side.claim, context.events) for side in amounts}
    stories = {frozenset({left, right}) for left, right, _ in linked(context.texts)}
    for one, other in itertools.combinations(amounts, 2):
        texts = frozenset({one.claim.text_id, other.claim.text_id})
        if keys[one.claim.id] & keys[other.claim.id] and (len(texts) == 1 or texts in stories):
            yield from _if_open(one, other)


def context_of(read: Iterable[tuple[Text, str | None, Extraction]]) -> Context:
    """Put together what comparison looks at: texts, when they were published, what they claim."""
    context = Context({}, {}, {})
    for text, published, found in read:
        gist = found.gist
        facts = TextFacts(
            published, 1, frozenset(found.names), gist.words, frozenset(gist.weekdays)
        )
        context = Context(
            {**context.claims, **{claim.id: claim for claim in found.claims}},
            {**context.events, **{event.id: event for event in found.events}},
            {**context.texts, text.id: facts},
        )
    return context


def _if_open(one: Side, other: Side) -> Iterator[Pair]:
    pair = Pair(one, other)
    if climb_with(amount.FLIGHTS, pair).verdict in (REFUSED, DIFFERENT):
        return
    if str(outcome_of(pair).relation) in CONFLICTING:
        yield pair


def _labelled(
    cluster: str,
    pair: Pair,
    names: Mapping[str, str],
    judged: Mapping[frozenset[Place], str],
    gold: Mapping[frozenset[Place], tuple[str, str]],
) -> Labelled:
    places = frozenset(_place(side.claim, names) for side in (pair.left, pair.right))
    relation, record = gold.get(places, (None, None))
    told = [label for label in (relation, judged.get(places)) if label is not None]
    conflict = any(label in CONFLICTING for label in told) if told else None
    return Labelled(cluster, pair, conflict, record if relation in CONFLICTING else None)


def _place(claim: Claim, names: Mapping[str, str]) -> Place:
    return names[claim.text_id], claim.anchor.start, claim.anchor.end


def _gold_labels(cluster: Cluster, read: Read) -> dict[frozenset[Place], tuple[str, str]]:
    """Give the relation and record of every two claims that carry labelled answers."""
    documents = read_documents(cluster.files)
    stated = {name: stated_of(name, told, documents) for name, told in read.items()}
    found: dict[frozenset[Place], tuple[str, str]] = {}
    for record in cluster.gold:
        carriers = [
            carriers_of(record, number, stated, documents) for number in range(len(record.answers))
        ]
        for one, other in itertools.combinations(range(len(record.answers)), 2):
            relation = record.relation
            if record.answers[one].value == record.answers[other].value:
                relation = "agreement"
            for places in map(frozenset, itertools.product(carriers[one], carriers[other])):
                known = found.get(places, ("agreement", ""))[0]
                if len(places) > 1 and _WORTH.get(relation, 0) >= _WORTH.get(known, 0):
                    found[places] = relation, record.id
    return found


_WORTH: Final = {
    "contradiction": 4,
    "update": 3,
    "omission": 2,
    "different_scope": 2,
    "compatible": 1,
}
"""Which label of a pair counts where several questions have it."""


def stated_of(
    name: str, told: tuple[Article, Extraction], documents: Mapping[str, Document]
) -> list[Stated]:
    """Give the claims of an article as recall looks at them."""
    article, found = told
    return [stated_claim(name, article.published, claim, documents) for claim in found.claims]


def carriers_of(
    record: Gold, number: int, stated: Mapping[str, list[Stated]], documents: Mapping[str, Document]
) -> set[Place]:
    """Give where the claims rest that carry one of the answers of a question."""
    answer = record.answers[number]
    near = locate(documents, answer.document, answer.quote).sentences
    claims = [claim for claim in stated.get(answer.document, ()) if claim.sentences & near]
    wanted = read_answer(record, answer, day_of(claims[0].published)) if claims else []
    return {
        (claim.document, *claim.anchor) for claim in claims for one in wanted if carries(one, claim)
    }
