"""Who and what made all this: runs and versions of the program, and people, in PROV."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from claims.report.jsonld.iri import PROGRAM, name_of_person, name_of_program, name_of_run
from claims.report.jsonld.vocabulary import SCHEMA_ORG, Node
from claims.report.told import told_claims, told_words

if TYPE_CHECKING:
    from claims.model import Run
    from claims.report.view import Dossier


def agent_nodes(dossier: Dossier, version: str) -> Iterator[Node]:
    """Write the runs, the versions of the program, and the people who signed something.

    Args:
        version: Of the program that writes it.
    """
    made = (*dossier.provenance.articles.values(), *dossier.provenance.claims.values())
    runs = {name_of_run(run): run for run in made}
    ordered = sorted(runs.values(), key=lambda run: (run.started_at, run.program, run.extractor))
    yield _program(None)
    yield from map(_program, sorted({version, *(run.program for run in ordered)}))
    yield from map(_run, ordered)
    yield from map(_person, _people(dossier))


def _program(version: str | None) -> Node:
    """Write a version of the program, or the program whatever its version."""
    node: Node = {
        "@context": SCHEMA_ORG,
        "@id": PROGRAM,
        "@type": ["SoftwareApplication", "prov:SoftwareAgent"],
        "name": "claimledger",
    }
    if version is None:
        return node
    special = {"softwareVersion": version, "prov:specializationOf": {"@id": PROGRAM}}
    return {**node, "@id": name_of_program(version), **special}


def _run(run: Run) -> Node:
    return {
        "@context": SCHEMA_ORG,
        "@id": name_of_run(run),
        "@type": "prov:Activity",
        "prov:startedAtTime": {
            "@type": "http://www.w3.org/2001/XMLSchema#dateTime",
            "@value": run.started_at.isoformat(),
        },
        "prov:wasAssociatedWith": {"@id": name_of_program(run.program)},
        "claims:extractor": run.extractor,
    }


def _people(dossier: Dossier) -> list[str]:
    signed = {name for entry in told_claims(dossier).values() for name in entry.claim.signed}
    return sorted(signed | {word.by for word, _ in told_words(dossier).values()})


def _person(name: str) -> Node:
    return {
        "@context": SCHEMA_ORG,
        "@id": name_of_person(name),
        "@type": ["Person", "prov:Person"],
        "name": name,
    }
