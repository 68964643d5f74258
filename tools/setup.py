"""Make .venv ready: the packages of requirements.lock, and this project in editable form.

`make setup` runs it. A second run changes nothing; it starts again when the lock, pyproject.toml,
this script, the Python version or the folder has changed. Whatever goes wrong becomes one line
that names the remedy, and what pip said is kept in .venv/setup.log.

It refuses to install anything that is not pinned by hash, and it installs nothing outside .venv.
Any Python 3 can read it, so that an old one is refused in words rather than by a syntax error:
no f-strings, no annotated variables, annotations that name generics in quotes.
"""

import hashlib
import os
import re
import subprocess
import sys
import tempfile

OLDEST = (3, 11)
NEWEST_TRIED = (3, 14)
ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
VENV = os.path.join(ROOT, ".venv")
VENV_PYTHON = os.path.join(VENV, "bin", "python")
COMMAND = os.path.join(VENV, "bin", "claims")
LOCK = os.path.join(ROOT, "requirements.lock")
STAMP = os.path.join(VENV, "setup.stamp")
LOG = os.path.join(VENV, "setup.log")

AGAIN = "then run again: make setup"

DISK_FULL = "the disk is full; free about 1 GB, " + AGAIN
WRONG_HASH = (
    "a downloaded package is not the one that requirements.lock names, so it was not installed; "
    "look at the package index or proxy that pip uses here, " + AGAIN
)
NO_WHEEL = (
    "{package} has no wheel for {here}, and it could not be built here; use another Python "
    "({oldest} to {newest}: make setup PYTHON=python{newest}), or install a C compiler, " + AGAIN
)
NOT_TRUSTED = (
    "the package index could not be trusted (its certificate was refused); name your "
    "organisation's certificate with PIP_CERT=FILE, " + AGAIN
)
NOT_REACHED = (
    "the package index was not reached; check the network, or name a mirror with "
    "PIP_INDEX_URL=ADDRESS, " + AGAIN
)

# What pip or the system prints -> what to tell; the first that matches decides. The order
# matters: a download that was tried again and came through leaves a warning before a build that
# failed, and a network that failed for good ends in "no matching distribution".
EXPLANATIONS = (
    (r"No space left on device|Disk quota exceeded", DISK_FULL),
    (r"DO NOT MATCH THE HASHES", WRONG_HASH),
    (r"Failed building wheel|Failed to build|metadata-generation-failed", NO_WHEEL),
    (r"CERTIFICATE_VERIFY_FAILED|SSLError|SSLCertVerificationError", NOT_TRUSTED),
    (r"Max retries exceeded|ProxyError|NewConnectionError|NameResolutionError", NOT_REACHED),
    (r"\w*TimeoutError|Connection\w*Error|RemoteDisconnected", NOT_REACHED),
    # Every index has pip, so one without it is not an index.
    (r"No matching distribution found for pip\b", NOT_REACHED),
    (r"No matching distribution found", NO_WHEEL),
)

# Where pip names the package that stopped it, surest first.
PACKAGE_NAMED = (
    r"No matching distribution found for ([A-Za-z0-9._-]+)",
    r"Failed building wheel for ([A-Za-z0-9._-]+)",
    r"error: metadata-generation-failed\s+.*\s+╰─> ([A-Za-z0-9._-]+)",
)


class SetupError(Exception):
    """The set-up cannot go on; its text is the one line people see."""


def check_python(version: "tuple[int, ...]", named: str) -> None:
    """Refuse a Python that is too old.

    Args:
        version: The version that runs, as numbers.
        named: The command it was started by, for the message.

    Raises:
        SetupError: It is older than 3.11; the message names a newer one if one is installed.
    """
    if version[:2] >= OLDEST:
        return
    remedy = "install a newer one (python.org, or your system's packages)"
    command = "pythonX.Y"
    for minor in range(NEWEST_TRIED[1], OLDEST[1] - 1, -1):
        if runs("python3.{}".format(minor)):
            remedy = "a newer one is installed"
            command = "python3.{}".format(minor)
            break
    msg = "Python {} or newer is needed, and {} is {}; {}: make setup PYTHON={}".format(
        dotted(OLDEST), named, dotted(version), remedy, command
    )
    raise SetupError(msg)


def runs(command: str) -> bool:
    """Whether a Python can be started; version managers leave names behind that cannot."""
    try:
        return subprocess.call([command, "-c", ""], stderr=subprocess.DEVNULL) == 0
    except OSError:
        return False


def check_venv_module(named: str) -> None:
    """Refuse a Python that cannot make a virtual environment with an installer in it.

    Raises:
        SetupError: `venv` or `ensurepip` is missing, as on Debian without python3-venv.
    """
    try:
        import ensurepip  # noqa: F401
        import venv  # noqa: F401
    except ImportError as error:
        msg = (
            "{} cannot make virtual environments ({}); on Debian and Ubuntu: "
            "apt install python3-venv, {}".format(named, error, AGAIN)
        )
        raise SetupError(msg) from None


def explain(output: str) -> str:
    """Say in one line, with the remedy, why an installation failed.

    Args:
        output: Everything that pip printed.

    Returns:
        One line; for an unknown failure pip's own last error.
    """
    for pattern, line in EXPLANATIONS:
        if re.search(pattern, output):
            return line.format(
                package=stopped_at(output),
                here="Python {} on {}".format(dotted(sys.version_info[:2]), machine()),
                oldest=dotted(OLDEST),
                newest=dotted(NEWEST_TRIED),
            )
    return "the packages could not be installed: {}".format(last_error(output))


def last_error(output: str) -> str:
    """Give the last line that names an error, passing over pip's own summary of it."""
    errors = re.findall(
        r"^\s*(?!error: [a-z-]+$)(\w*(?:ERROR|error|Error|Exception): \S.*)$", output, re.MULTILINE
    )
    return errors[-1].strip() if errors else "no reason was given"


def stopped_at(output: str) -> str:
    """Name the package that pip could not install; "a package" where pip does not say."""
    for pattern in PACKAGE_NAMED:
        found = re.search(pattern, output)
        if found:
            return found.group(1)
    return "a package"


def locked(name: str, lock: str) -> str:
    """Cut the entry of one package, with its hashes, out of the text of a lock.

    Raises:
        SetupError: The lock does not have it.
    """
    found = re.search(
        r"^{}==[^\n]*(?:\n[ ]+--hash[^\n]*)+".format(re.escape(name)), lock, re.MULTILINE
    )
    if not found:
        msg = "requirements.lock does not pin {}; renew it: make lock".format(name)
        raise SetupError(msg)
    return found.group(0) + "\n"


def fingerprint() -> str:
    """Describe what .venv was made from, to see whether it has to be made again."""
    digest = hashlib.sha256()
    for path in (LOCK, os.path.join(ROOT, "pyproject.toml"), os.path.abspath(__file__)):
        with open(path, "rb") as file:
            digest.update(file.read() + b"\0")
    return "\n".join((dotted(sys.version_info[:2]), ROOT, digest.hexdigest()))


def read(path: str) -> str:
    """Give the text of a file; nothing for one that does not exist."""
    if not os.path.exists(path):
        return ""
    with open(path, encoding="utf-8", errors="replace") as file:
        return file.read()


def make_venv() -> None:
    """Create .venv, unless a usable one of this Python is already there.

    Raises:
        SetupError: It cannot be created.
    """
    stamp = read(STAMP).splitlines()
    # The scripts in it name the folder they were made in, so a moved one is made anew.
    moved = len(stamp) > 1 and stamp[1] != ROOT
    if not moved and version_in_venv() == dotted(sys.version_info[:2]):
        return
    check_venv_module(sys.executable)
    say("making .venv with Python {}".format(dotted(sys.version_info[:3])))
    made = subprocess.run(
        [sys.executable, "-m", "venv", "--clear", VENV],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        universal_newlines=True,
        check=False,
    )
    if made.returncode != 0:
        said = (made.stdout.strip().splitlines() or ["no reason was given"])[-1]
        msg = ".venv could not be made: {}".format(said)
        raise SetupError(msg)


def version_in_venv() -> str:
    """Give the version of the Python in .venv; nothing where it does not run or has no pip."""
    try:
        asked = subprocess.run(
            [VENV_PYTHON, "-c", "import pip, sys; print('%d.%d' % sys.version_info[:2])"],
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            universal_newlines=True,
            check=False,
        )
    except OSError:
        return ""
    return asked.stdout.strip()


def pip_install(*arguments: str) -> str:
    """Run `pip install` in .venv and add what it says to the log.

    Returns:
        Nothing when all went well, otherwise everything it said.
    """
    command = [VENV_PYTHON, "-m", "pip", "install", "--no-input", "--disable-pip-version-check"]
    with open(LOG, "a", encoding="utf-8") as log:
        start = log.tell()
        ended = subprocess.run(
            command + list(arguments), stdout=log, stderr=subprocess.STDOUT, cwd=ROOT, check=False
        )
    if ended.returncode == 0:
        return ""
    with open(LOG, "rb") as written:
        written.seek(start)
        return written.read().decode("utf-8", "replace") or "no reason was given"


def install_packages(lock: str) -> None:
    """Install the packages of a lock, every one checked against its hash.

    Raises:
        SetupError: One could not be installed; the line says which and why.
    """
    failed = pip_install("--require-hashes", "-r", lock)
    if failed:
        msg = "{} (details: .venv/setup.log)".format(explain(failed))
        raise SetupError(msg)


def install() -> None:
    """Fill .venv: first its installer, then every locked package, then this project.

    The installer comes first because older ones fail at some of the packages.

    Raises:
        SetupError: The project itself could not be installed, or a package could not.
    """
    lock = read(LOCK)
    with tempfile.TemporaryDirectory() as folder:
        own = os.path.join(folder, "installer.lock")
        with open(own, "w", encoding="utf-8") as file:
            file.write(locked("pip", lock))
        install_packages(own)
    say("installing the packages that requirements.lock pins (about a minute)")
    install_packages(LOCK)
    failed = pip_install("--no-index", "--no-deps", "--no-build-isolation", "--editable", ROOT)
    if failed:
        msg = (
            "the packages are there, but this project could not be installed: {} "
            "(details: .venv/setup.log)".format(last_error(failed))
        )
        raise SetupError(msg)


def compile_sources() -> None:
    """Compile everything ahead of time: the parser alone starts a second sooner.

    pip does so for what it installs and Python for what it imports, except where the environment
    forbids either; done here once, it holds there too. Files that cannot be compiled (some
    packages ship such tests) are passed over.
    """
    folders = [os.path.join(ROOT, name) for name in ("claims", "db", "migrations")]
    subprocess.run(
        [VENV_PYTHON, "-m", "compileall", "-qq", "-j", "0", os.path.join(VENV, "lib")]
        + [folder for folder in folders if os.path.isdir(folder)],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        check=False,
    )


def machine() -> str:
    """Name the system and processor, as in "Linux riscv64"."""
    name = os.uname()
    return "{} {}".format(name.sysname, name.machine)


def dotted(version: "tuple[int, ...]") -> str:
    """Write a version with dots: 3.11."""
    return ".".join(str(part) for part in version)


def say(line: str) -> None:
    """Tell how far the set-up is."""
    print("setup: " + line)
    sys.stdout.flush()


def main() -> int:
    """Set up; return 0, or 1 after one line that says why not."""
    try:
        check_python(tuple(sys.version_info[:3]), sys.executable)
        wanted = fingerprint()
        if read(STAMP) == wanted and os.path.exists(COMMAND):
            return 0
        make_venv()
        for stale in (STAMP, LOG):
            if os.path.exists(stale):
                os.remove(stale)
        install()
        compile_sources()
        with open(STAMP, "w", encoding="utf-8") as file:
            file.write(wanted)
    except SetupError as error:
        sys.stderr.write("setup: {}\n".format(error))
        return 1
    except OSError as error:
        sys.stderr.write("setup: {}\n".format(error))
        return 1
    except KeyboardInterrupt:
        sys.stderr.write("setup: interrupted; run again: make setup\n")
        return 130
    say("ready: .venv/bin/claims")
    return 0


if __name__ == "__main__":
    sys.exit(main())
