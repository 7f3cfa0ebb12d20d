"""Runs that are killed while they write."""

import time

import numpy as np
import pytest

from neon_aop.tests.endurance.checks import results_in

KILLS = 20
# Classes, and every how many-th band is kept: all files of the two differ.
OLD, NEW = (4, 3), (6, 2)
TABLES = ("centres.csv", "eigenvalues.csv", "loadings.csv")
SIDECARS = {"classes.qml", "classes.tif.aux.xml", "components.qml", *(f"{name}-metadata.json" for name in TABLES)}
LONGEST_DELAY = 0.003
# Kills that must hit a file in the middle; the moments depend on how busy the machine is.
FEWEST_HITS = 3


def is_writing(folder):
    return any(path.name.startswith(".writing-") for path in folder.iterdir())


def wait_while(process, condition):
    while process.is_running and condition():
        time.sleep(0.0005)


def wait_until_replaced(process, folder, old, count):
    """Wait until so many of the old files, which are known by their inodes, are replaced by others."""
    wait_while(process, lambda: sum(inode_of(folder / name) != inode for name, inode in old.items()) < count)


def inode_of(path):
    return path.stat().st_ino


@pytest.fixture
def editions(classify, small_tile, tmp_path):
    """The files of two runs that differ."""
    found = []
    for parameters in (OLD, NEW):
        folder = tmp_path / f"{parameters[0]} classes"
        folder.mkdir()
        classify(small_tile, folder, *parameters).wait_for("done")
        found.append(results_in(folder))
    return found


def test_killed_runs_leave_whole_files(classify, small_tile, tmp_path, editions):
    old, new = editions
    assert all(old[name] != new[name] for name in old)
    rng = np.random.default_rng(0)
    hits = 0
    for kill in range(KILLS):
        folder = tmp_path / f"results {kill}"
        folder.mkdir()
        for name, content in old.items():
            (folder / name).write_bytes(content)
        inodes = {name: inode_of(folder / name) for name in set(old) - SIDECARS}
        process = classify(small_tile, folder, *NEW)
        process.wait_for("ready")
        # At random while a file is being written, once so many others have been.
        wait_until_replaced(process, folder, inodes, kill % len(inodes))
        wait_while(process, lambda folder=folder: not is_writing(folder))
        time.sleep(LONGEST_DELAY * rng.random())
        process.kill()
        found = results_in(folder)
        for name, content in found.items():
            assert content in (old.get(name), new.get(name)) or is_of_an_iteration(name, content, new), name
        assert set(old) - set(found) <= SIDECARS
        assert not list((tmp_path / "temporary").rglob("neon_aop-*"))
        hits += is_writing(folder)
        replaced = sorted(name for name in found if found[name] != old.get(name))
        where = "in the middle of a file" if is_writing(folder) else "between files"
        print(f"Killed {where}, with {len(replaced)} of {len(new)} files replaced: {', '.join(replaced)}")
    assert hits >= FEWEST_HITS


def is_of_an_iteration(name, content, new):
    """Tell whether this is a whole table of the centres of some iteration."""
    first, last = content.splitlines()[0], new[name].splitlines()[0]
    return name == "centres.csv" and first == last and content.count(b"\n") == NEW[0] + 1


def test_what_killed_runs_left_disturbs_no_later_one(classify, small_tile, tmp_path, editions):
    folder = tmp_path / "results"
    folder.mkdir()
    process = classify(small_tile, folder, *OLD)
    process.wait_for("ready")
    wait_while(process, lambda: not is_writing(folder))
    process.kill()
    classify(small_tile, folder, *NEW).wait_for("done")
    assert results_in(folder) == editions[1]
