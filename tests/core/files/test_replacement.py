import errno
import os
from pathlib import Path

import pytest

from neon_aop.core.errors import OutputError
from neon_aop.core.files.replacement import Replacement, write_whole


@pytest.fixture
def target(tmp_path):
    """A raster with a sidecar and a style beside it."""
    target = tmp_path / "out.tif"
    target.write_text("old")
    (tmp_path / "out.tif.aux.xml").write_text("old sidecar")
    (tmp_path / "out.qml").write_text("old style")
    return target


def contents(folder):
    return {path.name: path.read_text() for path in folder.iterdir()}


def test_new_file_takes_the_place_of_the_old_one_and_its_sidecars(target):
    with Replacement(target) as replacement:
        replacement.partial.write_text("new")
    assert contents(target.parent) == {"out.tif": "new", "out.qml": "old style"}


def test_new_style_replaces_the_old_one(target):
    with Replacement(target) as replacement:
        replacement.partial.write_text("new")
        replacement.partial.with_suffix(".qml").write_text("new style")
    assert contents(target.parent)["out.qml"] == "new style"


def test_old_file_stays_when_writing_fails(target):
    before = contents(target.parent)
    with pytest.raises(ZeroDivisionError), Replacement(target) as replacement:
        replacement.partial.write_text("half")
        raise ZeroDivisionError
    assert contents(target.parent) == before


@pytest.mark.parametrize("place", ["pathlib.Path.mkdir", "neon_aop.core.files.replacement.os.replace"])
def test_old_file_stays_when_the_new_one_cannot_be_moved(target, monkeypatch, place):
    before = contents(target.parent)
    replacement = Replacement(target)
    replacement.partial.write_text("new")

    def fail(*arguments, **options):
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(place, fail)
        with pytest.raises(OutputError, match="No space left"):
            replacement.commit()
    replacement.discard()
    assert contents(target.parent) == before


def held_for(tries, monkeypatch, name=""):
    """Have other programs hold files, whose names end in `name`, for so many tries."""
    replace, left = os.replace, [tries]

    def replace_unless_held(source, destination):
        if left[0] and str(destination).endswith(name):
            left[0] -= 1
            raise PermissionError(errno.EACCES, "Access is denied")
        replace(source, destination)

    monkeypatch.setattr(os, "replace", replace_unless_held)
    monkeypatch.setattr("time.sleep", lambda seconds: None)


def test_file_that_is_held_for_a_moment_is_waited_for(target, monkeypatch):
    held_for(4, monkeypatch)
    write_whole(target, b"new")
    assert target.read_text() == "new"


def test_file_that_stays_held_is_left_as_it_was(target, monkeypatch):
    before = contents(target.parent)
    held_for(5, monkeypatch, "out.tif")
    with pytest.raises(OutputError, match=r"cannot be replaced \(Access is denied\); close it in other programs"):
        write_whole(target, b"new")
    assert contents(target.parent) == before


def test_style_that_is_held_is_told(target, monkeypatch):
    held_for(5, monkeypatch, f"{target.parent.name}/out.qml")
    message = "is written, but not the files that belong beside it"
    with pytest.raises(OutputError, match=message), Replacement(target) as replacement:
        replacement.partial.write_text("new")
        replacement.partial.with_suffix(".qml").write_text("new style")
    assert contents(target.parent) == {"out.tif": "new"}


def test_whole_file_is_written(target):
    write_whole(target, b"new")
    assert target.read_text() == "new"


def test_folder_is_no_file(tmp_path):
    with pytest.raises(OutputError, match="is a folder"):
        write_whole(tmp_path, b"new")


def test_missing_folder_is_named(tmp_path):
    with pytest.raises(OutputError, match="nowhere"):
        write_whole(tmp_path / "nowhere" / "out.csv", b"new")


def test_folder_that_takes_no_file_is_not_said_to_be_missing(tmp_path, monkeypatch):
    def fail(path, **options):
        # What Windows says when a path gets too long for it.
        raise FileNotFoundError(errno.ENOENT, "The system cannot find the path specified")

    monkeypatch.setattr(Path, "mkdir", fail)
    with pytest.raises(OutputError, match="Nothing can be written to the folder .*cannot find the path"):
        write_whole(tmp_path / "out.csv", b"new")


def test_failure_to_write_is_explained(target, monkeypatch):
    def fail(path, content):
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr(Path, "write_bytes", fail)
    with pytest.raises(OutputError, match="Input/output error"):
        write_whole(target, b"new")
    assert target.read_text() == "old"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="The system has no pipes in folders.")
def test_what_is_no_file_is_not_replaced(tmp_path):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with pytest.raises(OutputError, match="a device; give the name of a file"):
        write_whole(pipe, b"content")
    assert pipe.is_fifo()


def test_any_name_will_do(tmp_path):
    for name in ("replaced", "partial", "-", " "):
        write_whole(tmp_path / name, b"content")
        assert (tmp_path / name).read_bytes() == b"content"
