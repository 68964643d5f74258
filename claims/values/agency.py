"""News agencies by the names under which texts and articles credit them.

The table is claims/data/outlets.toml. A name counts as printed there: "AP" is an agency, "ap" is
none.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from claims.data import load_toml


@cache
def agency_names() -> Mapping[str, str]:
    """Give every name of every agency, with the name by which it is shown."""
    return {
        name: row["name"]
        for row in load_toml("outlets.toml")["outlet"]
        if row.get("agency")
        for name in (row["name"], *row.get("names", ()), *row.get("dateline", ()))
    }


def agency_of(name: str) -> str | None:
    """Give the agency that an outlet or an author is; None for one that is none.

    "The Associated Press" and "AP" are "Associated Press".
    """
    bare = name.strip().removeprefix("By ").removeprefix("The ")
    return agency_names().get(bare)
