"""Fits the weights by which two amounts are taken to answer one question.

    python -m tests.evaluation.fit [--write]

Pairs of amounts of the development clusters that are not held back, whose values exclude each
other and which the rungs of the ladder leave open, are labelled by the clusters' labels and by
readers (`pairs.jsonl`). A logistic regression with a known sign for each feature learns which of
them are conflicts. It is judged leaving one cluster out at a time; what a feature is worth is how
much precision is lost without it. `--write` keeps the weights in claims/data/likeness.toml.
"""

import argparse
import itertools
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

from claims.data import FOLDER
from claims.extract import Extraction, extract
from claims.model import NO_GIST, Article, Relation
from claims.questions import Context, TextFacts
from claims.questions.family import Family, family_of
from claims.questions.feature import FEATURES, SIGNS, features_of
from claims.questions.judgement import outcome_of
from claims.questions.ladder import amount
from claims.questions.ladder.step import DIFFERENT, REFUSED, climb_with
from claims.questions.part import pairs_sharing_keys
from claims.questions.side import Pair
from claims.read import Given, make_view, read_file
from tests.evaluation.answers import day_of
from tests.evaluation.carried import carries
from tests.evaluation.gold import Cluster, Gold, dev_clusters, shared_folder
from tests.evaluation.pairs import CONFLICTING, Place, read_pairs
from tests.evaluation.passages import Document, locate, read_documents
from tests.evaluation.stated import Stated, stated_claim
from tests.evaluation.wanted import read_answer

Vector = NDArray[np.float64]

_STEPS: Final = 2500
_RATE: Final = 0.03
_SHRINK: Final = 3.0
_UNLABELLED: Final = 0.4
"""How much an unlabelled pair weighs, which may well be a conflict that nobody looked at."""
_SHOWN: Final = (10, 20, 30, 40, 60, 80, 100)
