"""The network through QGIS."""

from __future__ import annotations

import ssl
import subprocess
import threading
import time

import pytest
from qgis.core import QgsApplication, QgsNetworkAccessManager, QgsTask
from qgis.PyQt.QtCore import QCoreApplication

from neon_aop.algorithms.download.network import QgisTransport
from neon_aop.core.errors import Cancelled
from neon_aop.core.files.download.transport import Interruption
from neon_aop.tests.neonserver import (
    NeonServer,
    ServedFile,
    answer,
    cut,
    redirect,
    silence,
    tile_name,
    too_many_requests,
    trickle,
)
from neon_aop.tests.plaintransport import Listener

LONGEST_CANCELLING = 0.5
CONTENT = bytes(range(256)) * 2000


@pytest.fixture
def server():
    with NeonServer() as server:
        server.add(ServedFile(tile_name(368000, 4306000), CONTENT))
        yield server


@pytest.fixture
def link(server):
    return server.link(server.files[0])


@pytest.fixture
def transport(qgis_app):
    return QgisTransport(Listener())


def get(transport, address, headers=None, most_bytes=1_000_000, receive=None):
    return transport.run(transport.get(address, headers or {}, most_bytes, receive))[0]


def received(transport, address, headers=None):
    """Ask with a receiver; return the answer, what it was told, and the bytes."""
    told, pieces = [], []

    def receive(status, headers):
        told.append((status, headers))
        return pieces.append

    return get(transport, address, headers, receive=receive), told, b"".join(pieces)


def test_answer(transport, server):
    found = get(transport, f"{server.base}products/DP3.30006.002")
    assert found.status == 200
    assert found.headers["content-type"] == "application/json"
    assert found.headers["x-ratelimit-limit"] == "200"
    assert b"bidirectional" in found.body


def test_receiver_gets_the_bytes(transport, link):
    found, told, content = received(transport, link)
    assert content == CONTENT
    assert found.body == b""
    ((status, headers),) = told
    assert (status, int(headers["content-length"])) == (200, len(CONTENT))


def test_part_of_a_file(transport, server, link):
    _, told, content = received(transport, link, {"Range": "bytes=1000-"})
    assert told[0][0] == 206
    assert content == CONTENT[1000:]
    assert server.requests[-1].headers["accept-encoding"] == "identity"


def test_receiver_of_an_answer_without_bytes(transport, server, link):
    server.faults["storage"].append(answer(204))
    found, told, content = received(transport, link)
    assert (found.status, told[0][0], content) == (204, 204, b"")


def test_redirect_is_returned_and_not_followed(transport, server):
    server.faults["api"].append(redirect(f"{server.storage}/there"))
    found = get(transport, server.base, {"X-API-Token": "secret"})
    assert (found.status, found.headers["location"]) == (302, f"{server.storage}/there")
    assert not server.asked("storage")


@pytest.mark.parametrize("status", [400, 401, 403, 404, 429, 500, 503])
def test_refusals_are_answers(transport, server, status):
    server.faults["api"].append(answer(status, "why", X_Header="here"))
    found = get(transport, server.base)
    assert (found.status, found.body, found.headers["x-header"]) == (status, b"why", "here")


def test_refusal_that_asks_for_a_password_is_an_answer(transport, server):
    """QGIS would ask the user for one in a window; here there is nobody to ask."""
    server.faults["api"].extend([answer(401, "why", WWW_Authenticate='Basic realm="NEON"')] * 3)
    assert get(transport, server.base).status == 401


def test_headers_of_who_asks_too_often(transport, server):
    server.faults["api"].append(too_many_requests("7"))
    assert get(transport, server.base).headers["retryafter"] == "7"


def test_connection_that_is_cut_keeps_what_came(transport, server, link):
    server.faults["storage"].append(cut(1000))
    pieces = []
    with pytest.raises(Interruption) as raised:
        get(transport, link, receive=lambda status, headers: pieces.append)
    assert b"".join(pieces) == CONTENT[:1000]
    assert not raised.value.is_final


def test_server_that_is_not_there(transport):
    with pytest.raises(Interruption, match="refused"):
        get(transport, "http://127.0.0.1:9/")


def test_reasons_do_not_show_signatures(transport, server, link):
    # Qt asks some times by itself.
    server.faults["storage"].extend([silence(0)] * 20)
    with pytest.raises(Interruption) as raised:
        get(transport, link)
    assert "Goog" not in str(raised.value)


def test_answer_that_is_too_long(transport, link):
    with pytest.raises(Interruption, match="too long") as raised:
        get(transport, link, most_bytes=1000)
    assert raised.value.is_final


def test_error_of_a_receiver_is_raised(transport, link):
    def receive(status, headers):
        raise ValueError("not this one")

    with pytest.raises(ValueError, match="not this one"):
        get(transport, link, receive=receive)


def test_error_of_a_writer_is_raised_and_ends_the_answer(transport, link):
    pieces = []

    def write(data):
        pieces.append(data)
        raise OSError("disk full")

    with pytest.raises(OSError, match="disk full"):
        get(transport, link, receive=lambda status, headers: write)
    assert len(pieces) == 1


def test_timeout_of_qgis_ends_a_silent_answer(transport, server):
    before = QgsNetworkAccessManager.timeout()
    QgsNetworkAccessManager.setTimeout(300)
    try:
        server.faults["api"].append(silence(3))
        with pytest.raises(Interruption, match="nothing came"):
            get(transport, server.base)
    finally:
        QgsNetworkAccessManager.setTimeout(before)


def test_nothing_is_kept_in_the_cache(transport, server):
    cache = QgsNetworkAccessManager.instance().cache()
    before = cache.cacheSize()
    server.faults["api"].extend([answer(200, CONTENT, Cache_Control="max-age=3600")] * 2)
    for _ in range(2):
        get(transport, server.base)
    assert cache.cacheSize() == before
    assert len(server.requests) == 2


def test_certificate_that_nobody_trusts_is_final(transport, tmp_path):
    made = subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "1", "-subj", "/CN=127.0.0.1"]
        + ["-keyout", tmp_path / "key.pem", "-out", tmp_path / "certificate.pem"],
        capture_output=True,
        check=False,
    )
    if made.returncode:
        pytest.skip("There is no openssl to make a certificate.")
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(tmp_path / "certificate.pem", tmp_path / "key.pem")
    with NeonServer() as server:
        server._api.socket = context.wrap_socket(server._api.socket, server_side=True)
        with pytest.raises(Interruption) as raised:
            get(transport, server.base.replace("http:", "https:"))
    assert raised.value.is_final


# Several at once, and ends


def test_two_answers_come_at_the_same_time(transport, server, link):
    met = threading.Barrier(2)

    def meet(handler):
        met.wait(timeout=5)
        return False

    server.faults["storage"].extend([meet, meet])
    found = transport.run(*(transport.get(link, {}, len(CONTENT)) for _ in range(2)))
    assert [one.body for one in found] == [CONTENT, CONTENT]


def test_results_come_in_the_order_of_the_coroutines(transport):
    async def after(seconds):
        await transport.wait(seconds)
        return seconds

    assert transport.run(after(0.05), after(0.0)) == [0.05, 0.0]


def test_first_error_ends_the_others(transport, server):
    server.faults["api"].append(silence(3))
    ended = []

    async def wait_for_server():
        try:
            await transport.get(server.base, {}, 1000)
        finally:
            ended.append(True)

    async def fail():
        await transport.wait(0.05)
        raise ValueError("the first")

    start = time.monotonic()
    with pytest.raises(ValueError, match="the first"):
        transport.run(wait_for_server(), fail())
    assert ended
    assert time.monotonic() - start < 2


def test_coroutine_that_fails_at_once(transport):
    async def fail():
        raise ValueError("at once")

    with pytest.raises(ValueError, match="at once"):
        transport.run(fail(), transport.wait(5))


@pytest.mark.parametrize("fault", [silence(3), trickle(100, 0.05)], ids=["silent", "slow"])
def test_cancelling_ends_an_answer(server, link, fault, qgis_app):
    server.faults["storage"].append(fault)
    when = []
    listener = Listener(lambda: bool(when) and time.monotonic() > when[0])
    transport = QgisTransport(listener)
    when.append(time.monotonic() + 0.3)
    with pytest.raises(Cancelled):
        get(transport, link, receive=lambda status, headers: lambda data: None)
    assert time.monotonic() - when[0] < LONGEST_CANCELLING


def test_cancelling_ends_a_pause(qgis_app):
    start = time.monotonic()
    transport = QgisTransport(Listener(lambda: time.monotonic() > start + 0.2))
    with pytest.raises(Cancelled):
        transport.run(transport.wait(60))
    assert time.monotonic() - start < 0.2 + LONGEST_CANCELLING


def test_cancelling_while_a_coroutine_works(qgis_app):
    """It ends at its next pause."""
    transport = QgisTransport(Listener(lambda: True))

    async def work():
        QCoreApplication.processEvents()
        time.sleep(0.2)
        QCoreApplication.processEvents()
        await transport.wait(60)

    with pytest.raises(Cancelled):
        transport.run(work())


def test_listener_that_lets_qt_work_meanwhile(server, link, qgis_app):
    """As in qgis_process, where progress lets events happen."""
    server.faults["storage"].extend([trickle(20, 0.02)] * 2)
    transport, pieces, depth = QgisTransport(Listener()), ([], []), []

    def tell():
        depth.append(True)
        assert len(depth) == 1
        QCoreApplication.processEvents()
        depth.pop()

    transport.run(
        *(transport.get(link, {}, 0, lambda status, headers, piece=piece: piece.append) for piece in pieces), tell=tell
    )
    assert [b"".join(piece) for piece in pieces] == [CONTENT, CONTENT]


def test_error_of_who_is_told_is_raised(transport):
    def tell():
        raise ValueError("told")

    with pytest.raises(ValueError, match="told"):
        transport.run(transport.wait(60), tell=tell)


def in_a_task(address):
    """Ask in another thread, while this one lets Qt work; return the answer."""
    found = []

    def work(task):
        found.append(get(QgisTransport(Listener()), address))

    task = QgsTask.fromFunction("download", work)
    QgsApplication.taskManager().addTask(task)
    end = time.monotonic() + 20
    while not found and time.monotonic() < end:
        QCoreApplication.processEvents()
    return found[0]


def test_in_a_task(server, link, qgis_app):
    assert in_a_task(link).body == CONTENT


def test_refusal_that_asks_for_a_password_in_a_task(server, qgis_app):
    server.faults["api"].extend([answer(401, "why", WWW_Authenticate='Basic realm="NEON"')] * 3)
    assert in_a_task(server.base).status == 401
