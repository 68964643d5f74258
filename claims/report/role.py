"""How a party took part in an event, in words: did, did not, is to.

A role that is not listed is told by its own name.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from claims.model import Certainty, Polarity

ROLES: Final[Mapping[str, tuple[str, str, str]]] = {
    "invite": ("invited", "not invited", "to be invited"),
    "add": ("added", "not added", "to be added"),
    "exclude": ("not left out", "left out", "not to be left out"),
    "attend": ("attended", "did not attend", "to attend"),
    "send": ("sent representatives", "sent no representatives", "to send representatives"),
    "unite": ("brought together", "not brought together", "to be brought together"),
    "host": ("hosted", "did not host", "to host"),
    "propose": ("proposed", "did not propose", "proposed"),
}
"""Role -> what is said of the party where it did, where it did not, and where it is planned."""

PRESENCE: Final = ("invite", "add", "exclude", "attend", "send", "unite")
"""The roles of those who come, or do not, in the order in which a listing tells them."""

ORGANISING: Final = ("host", "propose")
"""The roles of those who hold an event."""


def role_words(role: str, polarity: Polarity, certainty: Certainty = Certainty.ASSERTED) -> str:
    """Say what a party did: "invited", "not invited", "to attend", "not to attend"."""
    did, did_not, planned = ROLES.get(role, (role, f"not {role}", f"to {role}"))
    if certainty is Certainty.PLANNED:
        return planned if polarity is Polarity.AFFIRMED else f"not {planned}"
    return did if polarity is Polarity.AFFIRMED else did_not
