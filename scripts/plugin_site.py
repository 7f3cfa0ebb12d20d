#!/usr/bin/env python3
"""Check a zip of the plugin as plugins.qgis.org does at upload, and a little more strictly.

    scripts/plugin_site.py build/neon_aop-VERSION.zip

Bandit, detect-secrets and flake8 run with the rules of the site, which are in plugin_site.cfg; a finding of the first
two blocks a version permanently. The files and the metadata, which the site checks with its own code, are checked here,
because no tool does it: qgis-plugin-analyzer 1.18 accepts a plugin with a shell script, a broken metadata.txt and no
licence. The rules are those of github.com/qgis/QGIS-Plugins-Website of July 2026, in `qgis-app/plugins`:
`validator.py`, `security_scanner.py` and `management/commands/data/*_rules.json`.
"""

from __future__ import annotations

import configparser
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

RULES = Path(__file__).resolve().with_suffix(".cfg")


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
    """Return which files and metadata of the plugin in `folder` are missing or wrong."""
    names = archive.namelist()
    missing = [name for name in ("__init__.py", "metadata.txt", "LICENSE") if f"{folder}/{name}" not in names]
    if missing:
        return [f"{name} is missing in {folder}." for name in missing]
    # With interpolation, as on the site, where a single % is an error.
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


def tool_failures(folder: Path) -> list[str]:
    """Run the tools of the site on the files in a folder; print their findings, and return which had any."""
    files = sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())
    commands = {
        # It prints that tests which newer versions do not have are unknown, and continues.
        "bandit": ["bandit", "--quiet", "--recursive", ".", "--ini", str(RULES)],
        "detect-secrets": [
            "detect_secrets.pre_commit_hook",
            *("--disable-plugin", "IPPublicDetector", "--exclude-files", r"metadata\.txt"),
            *files,
        ],
        "flake8": ["flake8", "--config", str(RULES), "."],
    }
    return [
        tool
        for tool, command in commands.items()
        if subprocess.run([sys.executable, "-m", *command], cwd=folder).returncode
    ]


def main(path: Path) -> None:
    print(f"{path}: {path.stat().st_size:,} bytes", flush=True)
    problems = package_problems(path)
    with tempfile.TemporaryDirectory() as folder:
        with zipfile.ZipFile(path) as archive:
            archive.extractall(folder)
        problems += [f"{tool} has found something; see above." for tool in tool_failures(Path(folder))]
    sys.exit("\n".join(problems) or 0)


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(Path(sys.argv[1]))
