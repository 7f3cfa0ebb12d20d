"""Downloading files from a server that misbehaves."""

import shutil
import threading

import pytest

from neon_aop.core.errors import Cancelled, DownloadError, OutputError
from neon_aop.core.files.download.job import download
from neon_aop.tests.core.files.download.conftest import EASTINGS, SIZE, Run, assert_whole, content, names_in
from neon_aop.tests.neonserver import (
    WEEK,
    ServedFile,
    answer,
    cut,
    redirect,
    silence,
    spoil,
    tile_name,
    too_many_requests,
    trickle,
    web_page,
)

LEDGER = {"downloads.json", "CITATION.txt"}


@pytest.fixture
def one(server):
    """Only one of the tiles, so that the order of requests is known."""
    del server.files[1:3]
    return server.files[0]


def ranges(server) -> list:
    return [request.headers.get("range") for request in server.asked("storage")]


def partial_of(run, file) -> object:
    return run.folder / f"{file.name}.{file.checksum.zfill(8)}.part"


def test_all_files_are_downloaded_once(run, server):
    assert_whole(run.download(), server)
    assert len(server.asked("storage")) == len(EASTINGS)
    assert names_in(run.folder) == LEDGER | {tile_name(easting, 4306000) for easting in EASTINGS}


def test_two_files_come_at_the_same_time(run, server):
    """Each of the first two answers ends only when the other request is there, and the third comes later."""
    met = threading.Barrier(2)

    def meet(handler) -> bool:
        met.wait(timeout=5)
        return False

    server.faults["storage"].extend([meet, meet])
    assert_whole(run.download(), server)


@pytest.mark.parametrize("after", [0, 1, 1000, SIZE - 1])
def test_connection_that_is_cut_is_gone_on_with(run, server, one, after):
    server.faults["storage"].append(cut(after))
    assert_whole(run.download(), server)
    assert ranges(server) == [None, f"bytes={after}-" if after else None]


def test_connection_that_is_cut_again_and_again_is_given_up(run, server, one):
    server.faults["storage"].extend([cut(10)] * 6)
    with pytest.raises(DownloadError, match="cannot be reached"):
        run.download()
    assert len(server.asked("storage")) == 6
    assert partial_of(run, one).stat().st_size == 60


def test_connections_that_bring_much_are_not_given_up(run, server, one, monkeypatch):
    monkeypatch.setattr("neon_aop.core.files.download.transfer._BYTES_OF_A_GOOD_CONNECTION", 1000)
    server.faults["storage"].extend([cut(1000)] * 20)
    assert_whole(run.download(), server)


def test_server_without_ranges_sends_all_again(run, server, one):
    server.ranges = False
    server.faults["storage"].append(cut(1000))
    assert_whole(run.download(), server)


def test_server_without_ranges_whose_connections_are_cut_is_given_up(run, server, one, monkeypatch):
    """It always brings the same bytes, however many."""
    monkeypatch.setattr("neon_aop.core.files.download.transfer._BYTES_OF_A_GOOD_CONNECTION", 1000)
    server.ranges = False
    server.faults["storage"].extend([cut(5000)] * 20)
    with pytest.raises(DownloadError, match="cannot be reached"):
        run.download()


def test_expired_link_is_asked_for_anew(run, server):
    targets = run.targets()
    server.clock = WEEK + 10.0
    download_targets(run, targets)
    assert_whole([target.path for target in targets], server)
    assert len(server.asked("api", ".h5")) == len(EASTINGS)


def download_targets(run, targets):
    return download(run.transport, run.api, targets, run.folder, 1e9, run.progress)


def test_missing_link_is_asked_for(run, server, one):
    one.claims = {"url": None}
    assert_whole(run.download(), server)


def test_file_that_is_gone_does_not_stop_the_others(run, server):
    targets = run.targets()
    gone = server.files.pop(0)
    with pytest.raises(DownloadError, match=f"1 of 3 files could not be downloaded.*\n.* does not give {gone.name}"):
        download_targets(run, targets)
    assert_whole([target.path for target in targets[1:]], server)


def test_link_that_stays_refused_is_given_up(run, server, one):
    server.faults["storage"].extend([answer(403)] * 3)
    with pytest.raises(DownloadError, match="does not give it .status 403."):
        run.download()


def test_wrong_byte_has_the_file_downloaded_again(run, server, one):
    server.faults["storage"].append(spoil())
    assert_whole(run.download(), server)
    assert "its checksum is wrong" in run.said


def test_wrong_checksum_is_told_and_leaves_nothing(run, server, one):
    one.checksum = "12345678"
    with pytest.raises(DownloadError, match=f"{one.name} does not have the checksum"):
        run.download()
    assert names_in(run.folder) == set()


@pytest.mark.parametrize("checksum", [None, "unknown"])
def test_without_checksum_the_size_is_checked_and_that_is_told(run, server, one, checksum):
    one.claims = {"crc32c": checksum}
    assert_whole(run.download(), server)
    assert "NEON gives no checksum" in run.said


def test_without_checksum_a_file_is_begun_anew(run, server, one):
    one.claims = {"crc32c": None}
    (run.folder).mkdir()
    (run.folder / f"{one.name}.unchecked.part").write_bytes(b"of something else")
    assert_whole(run.download(), server)
    assert ranges(server) == [None]


def test_without_size_the_answer_tells_it(run, server, one):
    one.claims = {"size": None}
    server.faults["storage"].append(cut(1000))
    assert_whole(run.download(), server)
    assert "1 of which NEON does not tell the size" in run.said


def test_file_of_unknown_size_that_is_too_large_is_given_up(run, server, one):
    one.claims = {"size": None}
    with pytest.raises(DownloadError, match="more than it should"):
        run.download(most_bytes=SIZE - 1)


@pytest.mark.parametrize("size", [SIZE - 1, SIZE + 1])
def test_other_size_than_listed_is_told_before_anything_is_written(run, server, one, size):
    one.claims = {"size": size}
    with pytest.raises(DownloadError, match="bytes on the server"):
        run.download()
    assert names_in(run.folder) == set()


def test_storage_that_has_too_much_to_do_is_asked_again(run, server, one):
    server.faults["storage"].extend([too_many_requests("2"), answer(503)])
    assert_whole(run.download(), server)
    assert run.transport.waits[:2] == [2, 2]


def test_storage_that_fails_for_good_is_given_up(run, server, one):
    server.faults["storage"].extend([answer(500)] * 6)
    with pytest.raises(DownloadError, match="too much to do"):
        run.download()


def test_web_page_is_told_and_not_written(run, server, one):
    server.faults["storage"].append(web_page())
    with pytest.raises(DownloadError, match="a web page in its place"):
        run.download()
    assert names_in(run.folder) == set()


def test_web_page_does_not_harm_what_is_there(run, server, one):
    server.faults["storage"].extend([cut(1000), web_page()])
    with pytest.raises(DownloadError, match="a web page in its place"):
        run.download()
    assert partial_of(run, one).read_bytes() == content(0)[:1000]


def test_storage_may_lead_to_another_address(run, server, one):
    server.faults["storage"].append(redirect(server.link(one)))
    assert_whole(run.download(), server)


def test_storage_that_leads_to_an_unprotected_address_is_told(run, server, one):
    server.faults["storage"].append(redirect("http://example.org/tile.h5"))
    with pytest.raises(DownloadError, match="http://example.org/tile.h5, which is not protected"):
        run.download()


@pytest.mark.parametrize("content_range", ["bytes 0-59999/60000", "bytes 1000-59999/70000", "", "nonsense"])
def test_another_part_than_asked_for_is_told(run, server, one, content_range):
    server.faults["storage"].extend([cut(1000), answer(206, content(0)[1000:], Content_Range=content_range)])
    with pytest.raises(DownloadError, match="another part"):
        run.download()
    assert partial_of(run, one).read_bytes() == content(0)[:1000]


def test_part_that_is_not_there_has_the_file_begun_anew(run, server, one):
    server.faults["storage"].extend([cut(1000), answer(416)])
    assert_whole(run.download(), server)
    assert ranges(server) == [None, "bytes=1000-", None]


def test_slow_server_is_waited_for(run, server, one):
    server.faults["storage"].append(trickle(20, 0.01))
    assert_whole(run.download(), server)


# A run that ends early


def test_cancelled_run_keeps_what_it_has(server, tmp_path, one):
    server.faults["storage"].append(trickle(20, 0.05))
    run = Run(server, tmp_path / "data", when=lambda: any(f > 0.1 for f in run.progress.fractions))
    with pytest.raises(Cancelled):
        run.download()
    assert "the next run continues from there" in run.said
    part = partial_of(run, one).read_bytes()
    assert 0 < len(part) < SIZE
    assert part == content(0)[: len(part)]
    again = Run(server, run.folder)
    assert_whole(again.download(), server)
    assert ranges(server)[-1] == f"bytes={len(part)}-"
    assert "going on after" in again.said


def test_cancelled_run_while_the_server_is_silent(server, tmp_path, one):
    server.faults["storage"].append(silence(2))
    run = Run(server, tmp_path / "data", when=lambda: bool(server.asked("storage")))
    with pytest.raises(Cancelled):
        run.download()
    assert "continues from there" not in run.said
    assert names_in(run.folder) == set()


def test_beginning_that_is_wrong_is_found_out(run, server, one):
    run.folder.mkdir()
    partial_of(run, one).write_bytes(b"x" * 1000)
    assert_whole(run.download(), server)
    assert ranges(server) == ["bytes=1000-", None]


def test_beginning_of_another_edition_is_not_gone_on_with(run, server, one):
    run.folder.mkdir()
    (run.folder / f"{one.name}.00000001.part").write_bytes(b"x" * 1000)
    assert_whole(run.download(), server)
    assert ranges(server) == [None]


@pytest.mark.parametrize("more", [0, 10])
def test_beginning_that_is_as_long_as_the_file(run, server, one, more):
    run.folder.mkdir()
    partial_of(run, one).write_bytes(content(0) + b"x" * more)
    assert_whole(run.download(), server)
    assert len(server.asked("storage")) == (1 if more else 0)


def test_folder_that_is_removed_is_told(server, tmp_path, one):
    server.faults["storage"].append(trickle(20, 0.05))
    folder = tmp_path / "data"

    def remove() -> bool:
        if run.progress.fractions and max(run.progress.fractions) > 0.1:
            shutil.rmtree(folder, ignore_errors=True)
        return False

    run = Run(server, folder, when=remove)
    with pytest.raises(OutputError, match="was removed"):
        run.download()


def test_progress_goes_to_the_end(run, server):
    run.download()
    assert run.progress.fractions[-1] == 1
    assert max(run.progress.fractions) == 1


def test_another_month_with_the_same_name(run, server):
    server.add(ServedFile(tile_name(368000, 4306000), content(9), month="2019-07"))
    run.download("2022-05")
    with pytest.raises(OutputError, match="is the tile of 2022-05, which is kept"):
        run.download("2019-07")


def test_only_file_that_fails_is_told_alone(run, server, one):
    server.faults["storage"].extend([spoil()] * 2)
    with pytest.raises(DownloadError, match=f"^{one.name} does not have the checksum[^\n]*$"):
        run.download()
