"""The sums, in words that add up."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from claims.model import Relation
from claims.report.layout import wrap
from claims.report.wording import plural

if TYPE_CHECKING:
    from claims.model import Support
    from claims.report.view import Sums


def parts_of(sums: Sums) -> list[str]:
    """Tell how many pairs stand in which relation; the numbers add up to those considered."""
    contradictions = sums.of(Relation.CONTRADICTION)
    inside = max(0, contradictions - sums.between)
    where = f"({sums.between:,} between articles, {inside:,} inside one)"
    return [
        f"{plural(contradictions, 'contradiction')} {where}",
        f"{plural(sums.of(Relation.OMISSION), 'pair')} of lists that differ",
        plural(sums.of(Relation.UPDATE), "update"),
        f"{sums.of(Relation.AGREEMENT):,} agree",
        f"{sums.of(Relation.COMPATIBLE):,} compatible",
        f"{sums.of(Relation.DIFFERENT_SCOPE):,} not the same thing",
        f"{sums.of(Relation.NOT_COMPARABLE):,} not comparable",
    ]


def conflict_words(counts: Mapping[Relation, int]) -> str:
    """Count conflicts by relation: "1 contradiction, 0 pairs of lists that differ, 2 updates"."""
    contradictions, lists, updates = (
        counts.get(relation, 0)
        for relation in (Relation.CONTRADICTION, Relation.OMISSION, Relation.UPDATE)
    )
    return (
        f"{plural(contradictions, 'contradiction')}, {plural(lists, 'pair')} of lists that differ, "
        f"{plural(updates, 'update')}"
    )


def support_words(support: Support) -> str:
    """Tell how many articles say so, and of how many origins: "4 articles, at most 2 origins".

    An article by itself has one, which need not be said.
    """
    articles = plural(support.articles, "article")
    if support.articles == 1:
        return articles
    return f"{articles}, at most {plural(support.origins_at_most, 'origin')}"


def count_words(sums: Sums) -> str:
    """Tell the sums of the whole database in a sentence."""
    counted = " · ".join(
        (
            plural(sums.articles, "article"),
            plural(sums.claims, "claim"),
            f"{plural(sums.considered, 'pair')} of answers considered",
        )
    )
    return f"{counted}: {', '.join(parts_of(sums))}."


def count_lines(
    sums: Sums, width: int, *, narrowed: bool = False, explained: bool = False
) -> list[str]:
    """Tell the sums in lines.

    Args:
        narrowed: Whether a filter hides some of what is counted.
        explained: Whether to list the reasons why pairs were not comparable.
    """
    lines = wrap(count_words(sums), width)
    if narrowed:
        lines += wrap("The counts are of the whole database; the filter shows a part of it.", width)
    if explained:
        return lines + refusal_lines(sums, width)
    if sums.of(Relation.NOT_COMPARABLE):
        lines += wrap("Why pairs are not comparable: claims conflicts --all", width)
    return lines


def refusal_lines(sums: Sums, width: int) -> list[str]:
    """List the reasons why pairs were not compared, the most frequent first."""
    if not sums.refusals:
        return []
    ordered = sorted(sums.refusals.items(), key=lambda item: (-item[1], item[0]))
    lines = ["", f"NOT COMPARABLE ({sum(sums.refusals.values())})"]
    for reason, count in ordered:
        lines += wrap(reason, width, f"  {count:>6,}  ")
    return lines
