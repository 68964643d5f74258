"""How requests are made: how patient, how large, how far."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Manners:
    """How requests are made.

    Args:
        delay_s: The least pause between two requests to one site.
        deadline_s: After how long one answer is given up, however it drips.
        timeout_s: After how long of silence.
        attempts: How often a busy or broken site is asked.
        back_off_s: The pause before the second time; doubled each time.
        longest_wait_s: A site that asks for a longer pause is given up.
        limit: The largest answer in bytes.
        redirects: How often an address may lead to another.
        allow_private: Whether networks that are not public may be entered.
    """

    delay_s: float = 1.0
    deadline_s: float = 60.0
    timeout_s: float = 15.0
    attempts: int = 3
    back_off_s: float = 2.0
    longest_wait_s: float = 60.0
    limit: int = 32 * 1024 * 1024
    redirects: int = 8
    allow_private: bool = False
