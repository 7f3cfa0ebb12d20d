"""What is found out about a cluster, without one."""

import asyncio
import contextlib
import copy
import socket
import subprocess
import sys
import threading
import warnings

import pytest

from neon_aop.core.compute.dask import cluster
from neon_aop.core.compute.dask.cluster import ADDRESS, check_versions, check_worker_files, connect
from neon_aop.core.compute.dask.package import packed_core
from neon_aop.core.errors import ClusterError, MissingPackageError, ParameterError, TileError

PACKAGES = {"python": "3.11.2.final.0", "distributed": "2026.8.0", "msgpack": "1.2.4", "numpy": "1.24.2"}


def versions(workers=2):
    machine = {"packages": dict(PACKAGES)}
    found = {f"tcp://192.0.2.{number}:1": copy.deepcopy(machine) for number in range(workers)}
    return {"client": copy.deepcopy(machine), "scheduler": copy.deepcopy(machine), "workers": found}


def test_equal_versions_fit():
    check_versions(versions())


@pytest.mark.parametrize("package, version", [("python", "3.11.9.final.0"), ("numpy", "1.26.4"), ("msgpack", "1.0.0")])
def test_versions_that_differ_in_detail_fit(package, version):
    found = versions()
    found["workers"]["tcp://192.0.2.1:1"]["packages"][package] = version
    check_versions(found)


@pytest.mark.parametrize(
    "package, version, message",
    [
        ("python", "3.12.1.final.0", r"Python is 3\.11 here, but 3\.12"),
        ("distributed", "2025.1.0", r"distributed is 2026\.8\.0 here, but 2025\.1\.0"),
        ("numpy", "2.1.0", "NumPy is 1 here, but 2"),
        ("numpy", None, "NumPy is 1 here, but missing"),
    ],
)
def test_versions_that_do_not_fit_are_named_with_the_worker(package, version, message):
    found = versions()
    found["workers"]["tcp://192.0.2.1:1"]["packages"][package] = version
    with pytest.raises(ClusterError, match=f"{message} on the worker tcp://192.0.2.1:1"):
        check_versions(found)


def test_the_scheduler_needs_no_numpy():
    found = versions()
    found["scheduler"]["packages"]["numpy"] = None
    check_versions(found)


def test_a_scheduler_that_does_not_fit_is_named():
    found = versions()
    found["scheduler"]["packages"]["distributed"] = "2025.1.0"
    with pytest.raises(ClusterError, match="on the scheduler"):
        check_versions(found)


def test_a_cluster_without_workers_is_reported():
    with pytest.raises(ClusterError, match="no workers"):
        check_versions(versions(workers=0))


class OneWorker:
    """Stands for a client of a cluster with one worker, before which something is done."""

    ADDRESS = "tcp://192.0.2.1:1"

    def __init__(self, before=lambda: None):
        self._before = before
        self.scheduler = self

    async def identity(self, n_workers):
        return {"workers": {self.ADDRESS: {}}}

    async def run(self, function, *arguments, workers):
        self._before()
        return {self.ADDRESS: function(*arguments)}


def check_files(client, *paths):
    asyncio.run(check_worker_files(client, [str(path) for path in paths]))


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "tile.h5"
    path.write_bytes(b"tile")
    return path


def test_files_that_the_worker_can_read_are_fine(file):
    check_files(OneWorker(), file)


def test_a_file_that_the_worker_cannot_read_is_named_with_the_worker(file):
    with pytest.raises(ClusterError, match=rf"tcp://192.0.2.1:1 cannot read {file} \(No such file"):
        check_files(OneWorker(file.unlink), file)


def test_another_file_under_the_same_path_is_reported(file):
    with pytest.raises(ClusterError, match="another file"):
        check_files(OneWorker(lambda: file.write_bytes(b"another tile")), file)


def test_a_worker_without_h5py_is_reported(file, monkeypatch):
    with pytest.raises(ClusterError, match="no h5py"):
        check_files(OneWorker(lambda: monkeypatch.setitem(sys.modules, "h5py", None)), file)


def test_a_file_that_is_not_here_is_no_fault_of_the_cluster(tmp_path):
    with pytest.raises(TileError, match="missing.h5"):
        check_files(OneWorker(), tmp_path / "missing.h5")


@pytest.mark.parametrize(
    "address",
    [
        "localhost",
        "http://127.0.0.1:8786",
        "tcp://127.0.0.1",
        "tcp://::1:8786",
        "tcp://a..b:8786",
        "tcp://127.0.0.1:٨٧",
        "inproc://a/1",
        "a b:1",
    ],
)
def test_what_is_no_address_is_reported(address):
    with pytest.raises(ParameterError, match="tcp://127.0.0.1:8786"):
        asyncio.run(connect(address))


@pytest.mark.parametrize(
    "address", ["tcp://127.0.0.1:8786", "tls://a-b.example:1", "tcp://ü.example:1", "tcp://[::1]:1"]
)
def test_addresses_are_known(address):
    assert ADDRESS.fullmatch(address)


def test_connections_at_the_same_time_leave_the_filters_of_warnings():
    pytest.importorskip("distributed", reason="the Python package distributed is not installed")
    before = list(warnings.filters)
    with contextlib.ExitStack() as one, contextlib.ExitStack() as other:
        one.enter_context(cluster.no_version_warnings)
        other.enter_context(cluster.no_version_warnings)
        one.close()
    assert warnings.filters == before


def test_a_missing_package_is_reported(monkeypatch):
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(MissingPackageError, match="pip install distributed"):
        asyncio.run(connect("tcp://127.0.0.1:8786"))


@pytest.fixture
def impatient(monkeypatch):
    pytest.importorskip("distributed", reason="the Python package distributed is not installed")
    monkeypatch.setattr(cluster, "SECONDS_TO_CONNECT", 1)


def test_a_port_that_nobody_listens_at_is_reported(impatient):
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        address = f"tcp://127.0.0.1:{closed.getsockname()[1]}"
        with pytest.raises(ClusterError, match=f"No Dask scheduler answers at {address}"):
            asyncio.run(connect(address))


def silent(connection):
    connection.recv(1000)


def of_ssh(connection):
    connection.sendall(b"SSH-2.0-OpenSSH_9.2p1 Debian-2\r\n")
    connection.recv(1000)


def of_the_web(connection):
    connection.recv(1000)
    connection.sendall(b"HTTP/1.0 400 Bad request\r\nContent-Type: text/html\r\n\r\n<html>Bad request</html>")


def that_hangs_up(connection):
    pass


@pytest.fixture
def port_of():
    """A function that starts a server on 127.0.0.1, which serves a connection at a time, and returns its port."""
    with contextlib.ExitStack() as servers:

        def start(serve):
            listener = servers.enter_context(socket.create_server(("127.0.0.1", 0)))
            thread = threading.Thread(target=serve_all, args=(listener, serve), daemon=True)
            thread.start()
            servers.callback(thread.join, 10)
            servers.callback(listener.shutdown, socket.SHUT_RDWR)
            return listener.getsockname()[1]

        def serve_all(listener, serve):
            with contextlib.suppress(OSError):
                while True:
                    connection, _ = listener.accept()
                    with connection, contextlib.suppress(OSError):
                        connection.settimeout(5)
                        serve(connection)
                        connection.recv(1000)

        yield start


@pytest.mark.parametrize(
    ("scheme", "server", "reason"),
    [
        ("tcp", silent, "says nothing"),
        ("tcp", of_ssh, "another program"),
        ("tcp", of_the_web, "another program"),
        ("tcp", that_hangs_up, ""),
        ("tls", silent, "needs certificates"),
    ],
)
def test_a_port_of_another_program_is_reported(impatient, port_of, scheme, server, reason):
    address = f"{scheme}://127.0.0.1:{port_of(server)}"
    with pytest.raises(ClusterError, match=rf"No Dask scheduler answers at {address} \(.*{reason}.*\); start one"):
        asyncio.run(connect(address))


def test_what_travels_needs_neither_qgis_nor_gdal(tmp_path):
    (tmp_path / "core.zip").write_bytes(packed_core())
    code = """
import sys
sys.modules["qgis"] = sys.modules["osgeo"] = None
sys.path.insert(0, "core.zip")
import neon_aop.core.compute.dask.worker as worker
assert "core.zip" in worker.__file__
"""
    subprocess.run([sys.executable, "-c", code], cwd=tmp_path, check=True)


def test_the_same_core_is_packed_to_the_same_bytes():
    assert packed_core() == packed_core()
