"""Our scorer and the one that came with the labelled articles give the same numbers."""

import json
import random
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain
from pathlib import Path
from typing import Any, Final

import pytest

from tests.evaluation.conflicts import Score, score
from tests.evaluation.figures import Figures, figures
from tests.evaluation.gold import (
    DIFFERENCES,
    TRAPS,
    Cluster,
    dev_clusters,
    gold_record,
    seeds_cluster,
)
from tests.evaluation.passages import locate, read_documents
from tests.evaluation.stories import Told, printed, report

REPORTS: Final = 250
KINDS: Final = ("quantity", "date", "actor", "place", "polarity", "attribution", "participants")

Numbers = dict[str, Any]
Quoting = Callable[[random.Random, str], str]


def whole(_: random.Random, words: str) -> str:
    """Quote all of it."""
    return words


def cut(chance: random.Random, words: str) -> str:
    """Quote a few neighbouring words of it."""
    split = words.split()
    start = chance.randrange(len(split))
    return " ".join(split[start : start + chance.randint(1, 8)])


def spoiled(chance: random.Random, words: str) -> str:
    """Quote it with a word changed, so that only its sentence can be recognised."""
    split = words.split()
    split[chance.randrange(len(split))] = "qwertz"
    return " ".join(split)


def elided(_: random.Random, words: str) -> str:
    """Quote it with its middle left out."""
    third = len(words) // 3
    return f"{words[:third]}... {words[-third:]}" if third else words


def marked(_: random.Random, words: str) -> str:
    """Quote it in other marks, capitals and spaces."""
    return f" \u201c{words.upper().replace(' ', chr(0xA0))}\u201d "


QUOTINGS: Final[Sequence[Quoting]] = (whole, whole, cut, cut, spoiled, elided, marked)


def invent(cluster: Cluster, chance: random.Random) -> list[Any]:
    """Report pairs of all sorts: labelled ones, half labelled ones and any two sentences."""
    labelled = [[(a.document, a.quote) for a in gold.answers] for gold in cluster.gold]
    anything = [*chain.from_iterable(labelled), *_lines(cluster)]
    reports = [_report(chance, labelled, anything) for _ in range(REPORTS)]
    return [*reports, *chance.sample(reports, 5)]


def _report(chance: random.Random, labelled: list[list[Told]], anything: list[Told]) -> Any:
    pool = chance.choice(labelled) if chance.random() < 0.7 else anything
    left, right = (_quote(chance, told) for told in chance.sample(pool, 2))
    relation = chance.choice([*DIFFERENCES, "contradiction", *TRAPS])
    return report(left, right, relation, kind=chance.choice(KINDS))


def _quote(chance: random.Random, told: Told) -> Told:
    document, words = told
    return document, chance.choice(QUOTINGS)(chance, words)


def _lines(cluster: Cluster) -> Iterator[Told]:
    for name, document in read_documents(cluster.files).items():
        for (start, end), (_, next_end) in zip(
            document.sentences, document.sentences[1:], strict=False
        ):
            yield name, document.text[start:end]
            yield name, document.text[start:next_end]


def short_ones(cluster: Cluster, reports: Iterable[Any]) -> list[Any]:
    """Keep the reports whose quotes are no longer than a sentence."""
    documents = read_documents(cluster.files)

    def is_short(side: Any) -> bool:
        name = side["article"]["file"].removesuffix(".txt")
        return not locate(documents, name, side["quote"]).is_long

    return [told for told in reports if is_short(told["left"]) and is_short(told["right"])]


def referee(scorer: Path, folder: Path) -> dict[str, Numbers]:
    """Run the reference scorer on a folder of documents, one a cluster."""
    out = folder / "numbers.out"
    command = [sys.executable, "-B", str(scorer), "--dir", str(folder), "--json", str(out)]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    told = json.loads(out.read_text(encoding="utf-8"))
    clusters = {name: _their_numbers(each["summary"]) for name, each in told["clusters"].items()}
    return {**clusters, "total": _their_numbers(told["total"])}


def _their_numbers(told: Numbers) -> Numbers:
    pairs, every = told["contradiction pairs"], told["all differences"]
    return {
        "recall": {name: told[name][:2] for name in DIFFERENCES},
        "contradictions": [pairs["matched"], pairs["false_alarms"], pairs["unjudged"]],
        "differences": [every["matched"], every["false_alarms"], every["unjudged"]],
        "precision": told["precision"],
        "precision of all": told["precision all"],
        "false alarms": told["false alarms by type"],
        "other mistakes": {**told["mislabelled"], **told["other false alarms"]},
        "borderline": told["of these borderline"],
        "ambiguous": told["ambiguous matches"],
        "hidden": told["hidden contradictions"],
        "unlocated": told["unlocated"],
        "duplicates": told["duplicates"],
    }


def our_numbers(numbers: Figures) -> Numbers:
    """Put our figures in the same form."""
    shares = {name: numbers.recall(name) for name in DIFFERENCES}
    precision = numbers.precision("contradiction")
    every = numbers.precision(*DIFFERENCES)
    alarms = numbers.false_alarms.items()
    return {
        "recall": {name: [share.part, share.whole] for name, share in shares.items()},
        "contradictions": _counts(numbers, "contradiction"),
        "differences": _counts(numbers, *DIFFERENCES),
        "precision": [precision.part, precision.whole],
        "precision of all": [every.part, every.whole],
        "false alarms": {gold: n for (told, gold), n in alarms if told == "contradiction"},
        "other mistakes": {
            f"{told} for {gold}": n for (told, gold), n in alarms if told != "contradiction"
        },
        "borderline": numbers.borderline,
        "ambiguous": numbers.ambiguous,
        "hidden": numbers.hidden,
        "unlocated": numbers.unlocated,
        "duplicates": numbers.duplicates,
    }


def _counts(numbers: Figures, *relations: str) -> list[int]:
    unjudged = sum(numbers.unjudged[name] for name in relations)
    matched = sum(numbers.matched[name] for name in relations)
    return [matched, numbers.false(*relations), unjudged]


def compare(scorer: Path, folder: Path, scores: Iterable[Score]) -> None:
    """Assert that both scorers give the same numbers, cluster by cluster and in total."""
    scored = list(scores)
    ours = {each.cluster.name: our_numbers(figures([each])) for each in scored}
    assert {**ours, "total": our_numbers(figures(scored))} == referee(scorer, folder)


def write_down(folder: Path, cluster: Cluster, reports: Sequence[Any]) -> None:
    """Save a document where the reference scorer looks for it."""
    text = json.dumps(printed(reports))
    (folder / f"{cluster.name}.json").write_text(text, encoding="utf-8")


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_the_numbers_are_those_of_the_reference(
    needs_shared: Path, tmp_path: Path, seed: int
) -> None:
    """On quotes of any length, where the rule on long quotes is left out, as it is there."""
    chance = random.Random(seed)  # noqa: S311 - no secret
    scores = []
    for cluster in dev_clusters(needs_shared):
        reports = invent(cluster, chance)
        write_down(tmp_path, cluster, reports)
        scores.append(score(printed(reports), cluster, within_sentence=False))
    compare(needs_shared / "data" / "dev" / "score.py", tmp_path, scores)


def test_the_strict_numbers_are_those_of_the_reference_on_short_quotes(
    needs_shared: Path, tmp_path: Path
) -> None:
    """Quotes within a sentence, as the program makes them, need no leniency."""
    chance = random.Random(4)  # noqa: S311 - no secret
    scores = []
    for cluster in dev_clusters(needs_shared):
        reports = short_ones(cluster, invent(cluster, chance))
        write_down(tmp_path, cluster, reports)
        scores.append(score(printed(reports), cluster))
    compare(needs_shared / "data" / "dev" / "score.py", tmp_path, scores)


def test_the_numbers_of_the_seeds_are_those_of_the_reference(
    needs_shared: Path, tmp_path: Path
) -> None:
    """The reference scores the seeds too, once their values are words."""
    cluster = seeds_cluster(needs_shared)
    scorer = seeds_for_the_reference(needs_shared, tmp_path / "reference")
    reports = invent(cluster, random.Random(5))  # noqa: S311 - no secret
    write_down(tmp_path, cluster, reports)
    compare(scorer, tmp_path, [score(printed(reports), cluster, within_sentence=False)])


def seeds_for_the_reference(shared: Path, folder: Path) -> Path:
    """Lay the seeds out as a cluster beside a copy of the reference scorer."""
    shutil.copytree(shared / "seeds", folder / "clusters" / "seeds")
    shutil.copyfile(shared / "data" / "dev" / "score.py", folder / "score.py")
    gold = (shared / "data" / "seeds" / "gold.jsonl").read_text(encoding="utf-8")
    lines = [_in_words(json.loads(line)) for line in gold.splitlines()]
    (folder / "gold.jsonl").write_text("\n".join(lines), encoding="utf-8")
    return folder / "score.py"


def _in_words(record: Numbers) -> str:
    for answer in record["answers"]:
        answer["doc"] = answer["doc"].removesuffix(".txt")
        answer["value"] = str(answer["value"])
    return json.dumps(record)


def test_the_labelled_articles_are_all_there(needs_shared: Path) -> None:
    """Their README says how many questions of each relation there are."""
    records = [gold for cluster in dev_clusters(needs_shared) for gold in cluster.gold]
    counted = Counter(record.relation for record in records)
    assert counted["contradiction"] == 129
    assert len(records) == 567
    assert len(seeds_cluster(needs_shared).gold) == 28


def test_every_labelled_quote_is_found_in_its_article(needs_shared: Path) -> None:
    """Folding and cutting sentences loses no quote; counted, never shown."""
    lost = 0
    for cluster in [seeds_cluster(needs_shared), *dev_clusters(needs_shared)]:
        documents = read_documents(cluster.files)
        answers = chain.from_iterable(record.answers for record in cluster.gold)
        lost += sum(not locate(documents, a.document, a.quote).exact for a in answers)
    assert lost == 0


def test_a_record_keeps_lists_as_tuples() -> None:
    """Values must be comparable and hashable, whatever the file holds."""
    answer = {"doc": "a.txt", "quote": "q", "value": ["US", "CN"], "speaker": None}
    record = {"id": "1", "cluster": "c", "question": "?", "kind": "date", "relation": "update"}
    (made,) = gold_record({**record, "answers": [answer], "note": ""}).answers
    assert (made.document, made.value) == ("a", ("US", "CN"))
