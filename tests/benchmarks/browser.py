"""How long a page takes in a real browser: Chromium without a window, told what to do by a pipe.

A page without a script is interactive when it was read, laid out and drawn and its thread is free:
two drawn frames after it was loaded, and one task after those.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

_NAMES: Final = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
_DRAWN: Final = (
    "new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() =>"
    " done({ms: performance.now(), nodes: document.getElementsByTagName('*').length})))))"
)
_PHONE: Final = {"width": 390, "height": 844, "deviceScaleFactor": 1, "mobile": False}
_END: Final = b"\0"
_AS_3_AND_4: Final = (
    "import fcntl, os, sys\n"
    "ends = [fcntl.fcntl(int(end), fcntl.F_DUPFD, 10) for end in sys.argv[1:3]]\n"
    "os.dup2(ends[0], 3)\n"
    "os.dup2(ends[1], 4)\n"
    "os.execv(sys.argv[3], sys.argv[3:])\n"
)
"""Becomes the browser, with the two files under the numbers that it expects.

A shell could do it, but not every shell knows files of more than one digit.
"""


@dataclass(frozen=True, slots=True)
class Opened:
    """What opening a page took.

    Args:
        loaded_ms: Until it was read whole, in milliseconds.
        interactive_ms: Until it was drawn and could be used.
        elements: How many elements it has.
    """

    loaded_ms: float
    interactive_ms: float
    elements: int


def find_browser() -> str | None:
    """Give the path of a browser; None where none is installed."""
    return next(filter(None, map(shutil.which, _NAMES)), None)


def open_page(browser: str, page: Path, folder: Path, *, slowed: int = 1) -> Opened:
    """Open a page as wide as a phone.

    Args:
        browser: The path of the browser.
        page: The file.
        folder: Where the browser may keep what it needs.
        slowed: How many times slower than this machine the processor is made.
    """
    with _talking(browser, folder) as talk:
        created = talk.ask("Target.createTarget", url="about:blank")
        target = created["targetId"]
        attached = talk.ask("Target.attachToTarget", targetId=target, flatten=True)
        talk.session = attached["sessionId"]
        talk.ask("Page.enable")
        talk.ask("Emulation.setDeviceMetricsOverride", **_PHONE)
        talk.ask("Emulation.setCPUThrottlingRate", rate=slowed)
        talk.ask("Page.navigate", url=page.as_uri())
        talk.wait_for("Page.loadEventFired")
        drawn = talk.ask(
            "Runtime.evaluate", expression=_DRAWN, awaitPromise=True, returnByValue=True
        )["result"]["value"]
        loaded = talk.ask(
            "Runtime.evaluate",
            expression="performance.getEntriesByType('navigation')[0].loadEventEnd",
        )["result"]["value"]
    return Opened(loaded, drawn["ms"], drawn["nodes"])


class _Talk:
    """A conversation with a browser: a JSON document a message, each ended by a zero byte."""

    def __init__(self, reading: int, writing: int) -> None:
        self._reading = os.fdopen(reading, "rb", buffering=0)
        self._writing = os.fdopen(writing, "wb", buffering=0)
        self._kept = b""
        self._number = 0
        self._heard: list[str] = []
        self.session: str | None = None

    def ask(self, method: str, **values: Any) -> dict[str, Any]:
        """Send a command, and give its result."""
        self._number += 1
        message: dict[str, Any] = {"id": self._number, "method": method, "params": values}
        if self.session is not None:
            message["sessionId"] = self.session
        self._writing.write(json.dumps(message).encode() + _END)
        while (answer := self._hear()).get("id") != self._number:
            self._heard.append(answer.get("method", ""))
        assert "result" in answer, answer
        result: dict[str, Any] = answer["result"]
        return result

    def wait_for(self, method: str) -> None:
        """Wait until something has happened; it may have happened before."""
        while method not in self._heard:
            self._heard.append(self._hear().get("method", ""))

    def close(self) -> None:
        """Hear and say nothing more."""
        self._reading.close()
        self._writing.close()

    def _hear(self) -> dict[str, Any]:
        while _END not in self._kept:
            heard = self._reading.read(65_536)
            assert heard, "the browser has gone"
            self._kept += heard
        message, _, self._kept = self._kept.partition(_END)
        found: dict[str, Any] = json.loads(message)
        return found


@contextmanager
def _talking(browser: str, folder: Path) -> Iterator[_Talk]:
    """Run a browser that listens on its file 3 and answers on its file 4."""
    theirs_in, ours_out = os.pipe()
    ours_in, theirs_out = os.pipe()
    switches = ("--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking")
    place = f"--user-data-dir={folder / 'profile'}"
    running = subprocess.Popen(
        [
            *(sys.executable, "-c", _AS_3_AND_4, str(theirs_in), str(theirs_out)),
            *(browser, *switches, "--remote-debugging-pipe", place),
        ],
        pass_fds=(theirs_in, theirs_out),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    os.close(theirs_in)
    os.close(theirs_out)
    talk = _Talk(ours_in, ours_out)
    try:
        yield talk
        talk.session = None
        talk.ask("Browser.close")
    finally:
        talk.close()
        try:
            running.wait(20)
        except subprocess.TimeoutExpired:
            running.kill()
