"""Human words as rows and back."""

from claims.model import Act, Annotation, Favour, Target, Verdict
from db.row.base import Record, Stored


def annotation_to(annotation: Annotation) -> Record:
    """Write a person's word."""
    return {
        "id": annotation.id,
        "target": annotation.target.value,
        "target_id": annotation.target_id,
        "by": annotation.by,
        "at": annotation.at,
        "note": annotation.note,
        "tags": list(annotation.tags),
        "verdict": annotation.verdict.value if annotation.verdict else None,
        "reason": annotation.reason,
        "seen": dict(annotation.seen),
        "favour": annotation.favour.value if annotation.favour else None,
        "source": annotation.source,
        "is_internal": annotation.is_internal,
        "supersedes": annotation.supersedes,
        "act": annotation.act.value if annotation.act else None,
        "left_claim": annotation.left,
        "right_claim": annotation.right,
        "text_id": annotation.text_id,
        "fields": None if annotation.fields is None else dict(annotation.fields),
    }


def annotation_from(row: Stored) -> Annotation:
    """Read a person's word."""
    return Annotation(
        target=Target(row.target),
        target_id=row.target_id,
        by=row.by,
        at=row.at,
        note=row.note,
        tags=tuple(row.tags),
        verdict=Verdict(row.verdict) if row.verdict else None,
        reason=row.reason,
        seen=row.seen,
        favour=Favour(row.favour) if row.favour else None,
        source=row.source,
        is_internal=row.is_internal,
        supersedes=row.supersedes,
        act=Act(row.act) if row.act else None,
        left=row.left_claim,
        right=row.right_claim,
        text_id=row.text_id,
        fields=row.fields,
    )
