#!/usr/bin/env python3
"""Check a zip of the plugin as plugins.qgis.org does when it is uploaded, and a little more strictly.

    scripts/plugin_site.py build/neon_aop-VERSION.zip

The rules are those of github.com/qgis/QGIS-Plugins-Website of July 2026, in `qgis-app/plugins`: `validator.py`,
`security_scanner.py` and `management/commands/data/*_rules.json`. Bandit, detect-secrets and flake8 run with the rules
that are enabled there; a finding of the first two blocks a version for ever.
"""

from __future__ import annotations

import configparser
import json
import re
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path, PurePosixPath

LARGEST_BYTES = 25_000_000
REQUIRED_METADATA = (
    "name",
    "description",
    "version",
    "qgisMinimumVersion",
    "author",
    "email",
    "about",
    "tracker",
    "repository",
)
LINKS = ("homepage", "tracker", "repository")
FORBIDDEN_FOLDERS = {"__pycache__", "__MACOSX", ".git"}
FORBIDDEN_ENDINGS = (".pyc", ".exe", ".dll", ".so", ".dylib", ".bat", ".sh", ".ps1", ".cmd")

# Some are gone from newer versions of bandit, which says so and goes on.
BANDIT_TESTS = (
    "B101,B102,B103,B104,B105,B106,B107,B108,B110,B111,B112,B113,B201,B202,B301,B302,B303,B304,B305,B306,B307,B308,"
    "B310,B311,B312,B313,B314,B315,B316,B317,B318,B319,B320,B321,B323,B324,B401,B402,B403,B405,B406,B407,B408,B409,"
    "B412,B413,B501,B502,B503,B504,B505,B506,B507,B508,B509,B601,B602,B603,B604,B605,B606,B607,B608,B609,B610,B611,"
    "B612,B613,B614,B615,B701,B702,B703,B704"
)
SECRET_DETECTORS_OFF = ("IPPublicDetector",)
UNSCANNED_FOR_SECRETS = (r"metadata\.txt", r"\.secrets\.baseline")
FLAKE8_CODES = (
    "E101,E711,E712,E713,E714,E721,E722,E731,E741,E742,E743,E901,E902,E999,W605,F402,F403,F404,F405,F811,F821,F822,"
    "F823,F831,F901,C901"
)


def package_problems(path: Path) -> list[str]:
    """Return what is wrong with the files of a zip and with its metadata."""
    problems = []
    if path.stat().st_size > LARGEST_BYTES:
        problems.append(f"{path.stat().st_size:,} bytes are more than {LARGEST_BYTES:,}.")
    with zipfile.ZipFile(path) as archive:
        problems += [problem for entry in archive.infolist() for problem in entry_problems(entry)]
        folders = {entry.partition("/")[0] for entry in archive.namelist()}
        if len(folders) != 1 or not folders.copy().pop().isidentifier():
            return [*problems, f"There must be one top folder with a Python name, not {', '.join(sorted(folders))}."]
        return problems + plugin_problems(archive, folders.pop())


def entry_problems(entry: zipfile.ZipInfo) -> list[str]:
    """Return what is wrong with the name and the permissions of one file."""
    name = PurePosixPath(entry.filename)
    problems = []
    if ".." in entry.filename or "\\" in entry.filename or name.is_absolute():
        problems.append(f"{name} leads out of the zip.")
    if FORBIDDEN_FOLDERS & set(name.parts) or name.suffix.lower() in FORBIDDEN_ENDINGS:
        problems.append(f"{name} is a cache or a program.")
    elif any(part.startswith(".") for part in name.parts):
        problems.append(f"{name} is hidden.")
    if entry.external_attr >> 16 & 0o111 and not entry.is_dir():
        problems.append(f"{name} is executable.")
    return problems


def plugin_problems(archive: zipfile.ZipFile, folder: str) -> list[str]:
    """Return which files and which metadata a plugin in `folder` lacks."""
    names = archive.namelist()
    missing = [name for name in ("__init__.py", "metadata.txt", "LICENSE") if f"{folder}/{name}" not in names]
    if missing:
        return [f"{name} is missing in {folder}." for name in missing]
    # With interpolation, as there: a single % would be an error.
    parser = configparser.ConfigParser()
    parser.optionxform = str
    try:
        parser.read_string(archive.read(f"{folder}/metadata.txt").decode("utf-8"))
        metadata = dict(parser.items("general"))
    except (configparser.Error, UnicodeDecodeError) as error:
        return [f"metadata.txt cannot be read: {error}"]
    problems = [f"metadata.txt has no {key}." for key in REQUIRED_METADATA if not metadata.get(key, "").strip()]
    problems += [f"{key} is no link." for key in LINKS if not metadata.get(key, "").startswith("https://")]
    if f"{folder}/{metadata.get('icon')}" not in names:
        problems.append(f"The icon {metadata.get('icon')} is missing.")
    if "/" in metadata.get("author", ""):
        problems.append("The author has a slash.")
    if not re.match(rf"{re.escape(metadata.get('version', ''))}\b", metadata.get("changelog", "")):
        problems.append("The changelog does not begin with the version.")
    return problems


def bandit_problems(folder: Path) -> list[str]:
    report = run_json(["bandit", "-r", str(folder), "-f", "json", "--quiet", "-t", BANDIT_TESTS], folder)
    problems = [f"{error['filename']}: {error['reason']}" for error in report["errors"]]
    for finding in report["results"]:
        problems.append(f"{finding['filename']}:{finding['line_number']}: {finding['test_id']} {finding['issue_text']}")
    return problems


def secret_problems(folder: Path) -> list[str]:
    command = ["detect-secrets", "scan", "--all-files"]
    for pattern in UNSCANNED_FOR_SECRETS:
        command += ["--exclude-files", pattern]
    for detector in SECRET_DETECTORS_OFF:
        command += ["--disable-plugin", detector]
    results = run_json([*command, "."], folder)["results"]
    return [f"{name}:{one['line_number']}: {one['type']}" for name, found in results.items() for one in found]


def flake8_problems(folder: Path) -> list[str]:
    files = sorted(map(str, folder.rglob("*.py")))
    command = ["flake8", "--isolated", "--max-line-length=120", f"--select={FLAKE8_CODES}", *files]
    return run(command, folder).splitlines()


def run(command: list[str], folder: Path) -> str:
    """Run a tool of this Python; what it finds also makes it fail, so only a failure without a word is one."""
    process = subprocess.run(
        [sys.executable, "-m", command[0].replace("-", "_"), *command[1:]], cwd=folder, capture_output=True, text=True
    )
    if process.returncode and not process.stdout.strip():
        sys.exit(f"{command[0]} failed:\n{process.stderr}")
    return process.stdout


def run_json(command: list[str], folder: Path) -> dict:
    return json.loads(run(command, folder))


def main(path: Path) -> None:
    with tempfile.TemporaryDirectory() as temporary:
        with zipfile.ZipFile(path) as archive:
            archive.extractall(temporary)
        folder = Path(temporary)
        checks = {
            "files and metadata": package_problems(path),
            "bandit": bandit_problems(folder),
            "detect-secrets": secret_problems(folder),
            "flake8": flake8_problems(folder),
        }
    print(f"{path}: {path.stat().st_size:,} bytes")
    for name, problems in checks.items():
        print(f"{name}: {len(problems)} findings")
        for problem in problems:
            print(f"  {problem.replace(temporary + '/', '')}")
    if any(checks.values()):
        sys.exit(1)


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(Path(sys.argv[1]))
