"""Small invented articles on three stories, some of which the seeds tell too.

Two outlets contradict each other on troops, one of them printed by a third; one ministry counts
the dead of a flood twice and another source differs; two lists of guests do not agree.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Final

TROOPS: Final = """---
title: "Troops stay for now"
outlet: "Alpha Post"
published: 2021-04-05
---
There are 2,500 US troops in Afghanistan, the Pentagon said. Pakistan and Iran share a border
with Afghanistan.
"""
MORE_TROOPS: Final = """---
title: "More troops than told"
outlet: "Beta Times"
published: 2021-04-06
---
There are 3,500 US troops in Afghanistan, NATO said. About 7,000 troops of other NATO countries
are in Afghanistan.
"""
TROOPS_REPRINTED: Final = TROOPS.replace("Alpha Post", "Gamma Wire").replace("04-05", "04-02")

ARTICLES: Final = {
    "troops": TROOPS,
    "troops-more": MORE_TROOPS,
    "troops-reprinted": TROOPS_REPRINTED,
    "guests": """---
outlet: "Delta Herald"
published: 2021-03-20
---
Russia hosted a conference on Afghanistan in Moscow on March 18. It invited Afghanistan, Pakistan,
China and the United States. India was not invited to the conference in Moscow.
""",
    "guests-more": """---
outlet: "Epsilon News"
published: 2021-03-21
---
Russia hosted a conference on Afghanistan in Moscow on March 18. Russia invited Afghanistan,
Pakistan, China, the United States and India to the Moscow conference. Iran declined the invitation.
""",
    "flood": """---
outlet: "Alpha Post"
published: 2022-05-02
---
A flood in Peru killed four people, the interior ministry said. Chile and Ecuador sent rescuers to
Lima.
""",
    "flood-later": """---
outlet: "Alpha Post"
published: 2022-05-03
---
The flood in Peru has killed nine people, the interior ministry said. Chile and Ecuador sent
rescuers to Lima.
""",
    "flood-undated": """---
outlet: "Zeta Daily"
---
The flood in Peru killed seven people, the Red Cross said. Chile, Ecuador and Bolivia sent rescuers
to Lima.
""",
}
"""Files by name, without their ending."""


def write_story(folder: Path, names: Iterable[str] = ARTICLES) -> list[Path]:
    """Write articles into a folder, a file each, in the order of their names."""
    return [write_file(folder / f"{name}.txt", ARTICLES[name]) for name in names]


def write_file(file: Path, words: str) -> Path:
    """Write one file, its folder too."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(words, encoding="utf-8")
    return file
