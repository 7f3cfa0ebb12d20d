"""Files that are not complete yet."""

import errno
import os

import pytest

from neon_aop.core.errors import OutputError
from neon_aop.core.files.download.partial import Partial
from neon_aop.core.progress import Progress


@pytest.fixture
def path(tmp_path):
    return tmp_path / "tile.h5.part"


def test_bytes_are_counted_and_checked(path):
    with Partial.take(path) as partial:
        partial.write(b"12345")
        partial.write(b"6789")
        assert (partial.size, partial.checksum()) == (9, "e3069283")
    assert path.read_bytes() == b"123456789"


def test_beginning_is_gone_on_with(path):
    path.write_bytes(b"12345")
    with Partial.take(path) as partial:
        partial.resume(Progress())
        assert partial.size == 5
        partial.write(b"6789")
        assert partial.checksum() == "e3069283"
    assert path.read_bytes() == b"123456789"


def test_restart_throws_all_away(path):
    path.write_bytes(b"wrong")
    with Partial.take(path) as partial:
        partial.resume(Progress())
        partial.restart()
        partial.write(b"123456789")
        assert (partial.size, partial.checksum()) == (9, "e3069283")
    assert path.read_bytes() == b"123456789"


def test_one_run_at_a_time_has_it(path):
    with Partial.take(path) as partial:
        partial.write(b"x")
        assert Partial.take(path) is None
    again = Partial.take(path)
    assert again is not None
    again.close()


def test_whole_file_gets_its_name(path):
    target = path.with_name("tile.h5")
    with Partial.take(path) as partial:
        partial.write(b"x")
        partial.publish(target)
    assert target.read_bytes() == b"x"
    assert not path.exists()


def test_empty_file_is_not_left(path):
    Partial.take(path).close()
    assert not path.exists()


def test_file_that_got_its_name_meanwhile_is_not_taken(path, monkeypatch):
    """Between the opening and the lock, another run may have finished it."""
    from neon_aop.core.files.download import partial as module

    lock = module._lock

    def lock_late(descriptor):
        os.replace(path, path.with_name("tile.h5"))
        return lock(descriptor)

    path.write_bytes(b"x")
    monkeypatch.setattr(module, "_lock", lock_late)
    assert Partial.take(path) is None
    assert path.with_name("tile.h5").read_bytes() == b"x"


def test_file_system_without_locks(path, monkeypatch):
    import fcntl

    def refuse(descriptor, operation):
        raise OSError(errno.ENOLCK, "No locks available")

    monkeypatch.setattr(fcntl, "flock", refuse)
    with Partial.take(path) as partial:
        partial.write(b"x")
    assert path.read_bytes() == b"x"


def test_deleted_file_is_told(path):
    with Partial.take(path) as partial:
        partial.write(b"x")
        path.unlink()
        with pytest.raises(OutputError, match="was removed"):
            partial.write(b"y")


def test_folder_that_is_not_there_is_told(tmp_path):
    with pytest.raises(OutputError, match="was removed"):
        Partial.take(tmp_path / "gone" / "tile.h5.part")


def test_folder_that_goes_before_the_end_is_told(path):
    with Partial.take(path) as partial:
        partial.write(b"x")
        with pytest.raises(OutputError, match="was removed"):
            partial.publish(path.parent / "gone" / "tile.h5")


def test_full_disk_is_told(path, monkeypatch):
    with Partial.take(path) as partial:
        partial.write(b"x")

        def refuse(descriptor, data):
            raise OSError(errno.ENOSPC, "No space left on device")

        monkeypatch.setattr(os, "write", refuse)
        with pytest.raises(OutputError, match="the disk is full; free some space and run again"):
            partial.write(b"y")
        monkeypatch.undo()
    assert path.read_bytes() == b"x"


def test_parts_that_the_system_writes_are_put_together(path, monkeypatch):
    write = os.write
    monkeypatch.setattr(os, "write", lambda descriptor, data: write(descriptor, data[:2]))
    with Partial.take(path) as partial:
        partial.write(b"123456789")
        assert partial.checksum() == "e3069283"
    assert path.read_bytes() == b"123456789"
