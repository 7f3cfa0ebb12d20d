#!/usr/bin/env python3
"""Build the plugin's zip from a commit and print its path.

    scripts/package.py                      # build/neon_aop-VERSION.zip of HEAD
    scripts/package.py v0.1.0 /some/folder  # of another commit, elsewhere

It has the files that `git archive` exports (see .gitattributes), with compiled translations, the help pages of docs/ as
HTML, and the packages of scripts/bundled.txt as wheels in `extlibs`. The same commit gives the same zip with the same
version of setuptools, with which pip builds the wheels. The exit code is 2 when a program or the network is missing.
"""

from __future__ import annotations

import configparser
import io
import os
import shutil
import subprocess
import sys
import zipfile
from datetime import datetime, timezone
from pathlib import Path

from make_help import build_help
from translations import compile_translations

CHECKOUT = Path(__file__).resolve().parent.parent
BUILD = CHECKOUT / "build"
WHEELS = BUILD / "wheels"
BUNDLED = CHECKOUT / "scripts" / "bundled.txt"
PACKAGE = "neon_aop"
SOMETHING_MISSING = 2
# The earliest time in a zip, in 1980. Wheels that are built with a fixed time are identical.
WHEEL_TIME = "315532800"


class MissingError(Exception):
    """A program or the network is missing."""


def build(commit: str, folder: Path) -> Path:
    """Build the zip of `commit` in `folder` and return its path."""
    staging = BUILD / "package"
    extract(commit, staging / PACKAGE)
    plugin = staging / PACKAGE
    replace_translations(plugin / "resources" / "i18n")
    extract(f"{commit}:docs", BUILD / "docs")
    build_help(BUILD / "docs", plugin / "help")
    add_bundled_packages(plugin / "extlibs")
    target = folder / f"{PACKAGE}-{version_of(plugin)}.zip"
    write_zip(target, staging, commit_time(commit))
    return target


def git(*arguments: str) -> bytes:
    command = ["git", "-C", str(CHECKOUT), *arguments]
    try:
        return subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout
    except FileNotFoundError:
        raise MissingError("git is not installed.") from None
    except subprocess.CalledProcessError:
        raise MissingError(f"git {arguments[0]} failed; is this a git checkout with commits?") from None


def extract(tree: str, folder: Path) -> None:
    """Put the files of a commit or of one of its folders that belong into the zip into `folder`, which is replaced."""
    shutil.rmtree(folder, ignore_errors=True)
    archive = git("archive", "--format=zip", tree)
    with zipfile.ZipFile(io.BytesIO(archive)) as files:
        files.extractall(folder)


def commit_time(commit: str) -> datetime:
    return datetime.fromtimestamp(int(git("log", "-1", "--format=%ct", commit)), timezone.utc)


def replace_translations(folder: Path) -> None:
    """Replace the sources of translations by the compiled files."""
    sources = sorted(folder.glob("*.ts"))
    try:
        compile_translations(sources)
    except FileNotFoundError as error:
        raise MissingError(str(error)) from None
    for source in sources:
        source.unlink()


def add_bundled_packages(folder: Path) -> None:
    """Put wheels and their licences into `folder`."""
    folder.mkdir()
    for wheel in bundled_wheels():
        shutil.copyfile(wheel, folder / wheel.name)
        name = "-".join(wheel.name.split("-")[:2])
        with zipfile.ZipFile(wheel) as archive:
            licences = [entry for entry in archive.namelist() if Path(entry).name.startswith("LICENSE")]
            if not licences:
                sys.exit(f"{wheel.name} has no licence in it, so it cannot be passed on.")
            (folder / f"{name}-LICENSE.txt").write_bytes(archive.read(licences[0]))


def bundled_wheels() -> list[Path]:
    """Return the wheels of the bundled packages, which are downloaded and built once."""
    done = WHEELS / BUNDLED.name
    if not done.exists() or done.read_bytes() != BUNDLED.read_bytes():
        shutil.rmtree(WHEELS, ignore_errors=True)
        command = [sys.executable, "-m", "pip", "wheel", "--quiet", "--disable-pip-version-check", "--use-pep517"]
        command += ["--no-deps", "--require-hashes", "--requirement", str(BUNDLED), "--wheel-dir", str(WHEELS)]
        if subprocess.run(command, env={**os.environ, "SOURCE_DATE_EPOCH": WHEEL_TIME}).returncode:
            raise MissingError("pip could not download and build what is bundled; see above.")
        shutil.copyfile(BUNDLED, done)
    return sorted(WHEELS.glob("*.whl"))


def version_of(plugin: Path) -> str:
    metadata = configparser.ConfigParser(interpolation=None)
    metadata.read(plugin / "metadata.txt", encoding="utf-8")
    return metadata["general"]["version"]


def write_zip(target: Path, folder: Path, time: datetime) -> None:
    """Write all files in `folder`, sorted by name and with the same time."""
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for path in sorted(path for path in folder.rglob("*") if path.is_file()):
            entry = zipfile.ZipInfo(path.relative_to(folder).as_posix(), time.timetuple()[:6])
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, path.read_bytes())


def main(commit: str = "HEAD", folder: str = str(BUILD)) -> None:
    try:
        if commit == "HEAD" and git("status", "--porcelain").strip():
            print("Changes that are not committed are left out.", file=sys.stderr)
        print(build(commit, Path(folder)))
    except MissingError as error:
        print(error, file=sys.stderr)
        sys.exit(SOMETHING_MISSING)


if __name__ == "__main__":
    main(*sys.argv[1:])
