"""Whole downloads: what is there, what is missing, what does not fit."""

import json
import shutil
from collections import namedtuple
from datetime import date

import pytest

from neon_aop.core.errors import DownloadError, OutputError, ParameterError
from neon_aop.core.files.download.job import download
from neon_aop.core.files.download.layout import NESTED
from neon_aop.core.files.download.ledger import Ledger
from neon_aop.core.files.download.transfer import Downloads
from neon_aop.tests.core.files.download.conftest import EASTINGS, NORTHING, SIZE, Run, assert_whole, content, names_in
from neon_aop.tests.neonserver import ServedFile, tile_name, trickle

FIRST = tile_name(EASTINGS[0], NORTHING)


def test_second_run_downloads_nothing(run, server):
    first = run.download()
    again = Run(server, run.folder)
    assert again.download() == first
    assert len(server.asked("storage")) == len(EASTINGS)
    assert "3 files are there and whole" in again.said


def test_only_missing_files_are_downloaded(run, server):
    paths = run.download()
    paths[1].unlink()
    assert_whole(Run(server, run.folder).download(), server)
    assert len(server.asked("storage")) == len(EASTINGS) + 1


def test_file_that_was_damaged_is_downloaded_again(run, server):
    paths = run.download()
    paths[1].write_bytes(b"x" * SIZE)
    assert_whole(Run(server, run.folder).download(), server)


def test_file_that_neon_has_replaced_is_downloaded_again(run, server):
    paths = run.download()
    server.files[0].content, server.files[0].checksum = content(77), ""
    server.add(server.files.pop(0))
    again = Run(server, run.folder).download()
    assert again == paths
    assert_whole(again, server)


def test_file_from_elsewhere_that_is_whole_is_taken(run, server):
    run.folder.mkdir()
    (run.folder / FIRST).write_bytes(content(0))
    assert_whole(run.download(), server)
    assert len(server.asked("storage")) == len(EASTINGS) - 1
    assert FIRST in Ledger.read(run.folder).files


def test_file_from_elsewhere_that_is_another_one_is_kept(run, server):
    run.folder.mkdir()
    (run.folder / FIRST).write_bytes(b"of the user")
    with pytest.raises(OutputError, match="is there, but is not the tile of 2022-05"):
        run.download()
    assert (run.folder / FIRST).read_bytes() == b"of the user"
    assert not server.asked("storage")


def test_sizes_are_told_first(run):
    run.download()
    assert run.progress.lines[0] == "3 files, 0.18 MB"


def test_too_much_is_refused(run, server):
    with pytest.raises(ParameterError, match="0.18 MB .* more than Most .* .MAX_SIZE_GB. allows, which is 0.0001;"):
        run.download(most_bytes=1e5)
    assert not server.asked("storage")
    assert not run.folder.exists()


def test_what_is_there_is_not_too_much(run, server):
    paths = run.download()
    paths[0].unlink()
    assert_whole(Run(server, run.folder).download(most_bytes=1e5), server)


def test_damaged_file_counts_as_one_to_download(run, server):
    for path in run.download():
        path.write_bytes(b"x" * SIZE)
    with pytest.raises(ParameterError, match="MAX_SIZE_GB"):
        Run(server, run.folder).download(most_bytes=1e5)


def test_full_disk_is_told_before(run, server, monkeypatch):
    Usage = namedtuple("Usage", "total used free")
    monkeypatch.setattr(shutil, "disk_usage", lambda path: Usage(10**9, 10**9, 100_000))
    with pytest.raises(OutputError, match="has room for 0.10 MB, but 0.18 MB are to be downloaded"):
        run.download()
    assert not server.asked("storage")


def test_folder_that_cannot_be_made_is_told(run):
    run.folder.parent.mkdir(exist_ok=True)
    run.folder.write_text("a file")
    with pytest.raises(OutputError, match="cannot be made"):
        run.download()


def test_neons_folders(run, server):
    paths = run.download(layout=NESTED)
    assert_whole(paths, server)
    place = "DP3.30006.002/neon-aop-products/2022/FullSite/D02/2022_SERC_6/L3/Spectrometer/Reflectance"
    assert [path.relative_to(run.folder).as_posix() for path in paths] == [
        f"{place}/{tile_name(easting, NORTHING)}" for easting in EASTINGS
    ]
    assert "DP3.30006.002/neon-aop-products" in next(iter(Ledger.read(run.folder).files))


def test_years_are_apart_in_neons_folders(run, server):
    server.add(ServedFile(FIRST, content(9), month="2019-07"))
    paths = run.download("2019-07", "2022-05", layout=NESTED)
    assert len(set(paths)) == len(EASTINGS) + 1
    assert paths[0].read_bytes() == content(9)
    assert paths[1].read_bytes() == content(0)


def test_years_in_one_folder_are_refused(run, server):
    server.add(ServedFile(FIRST, content(9), month="2019-07"))
    with pytest.raises(ParameterError, match=f"{FIRST} of 2019-07 and of 2022-05 would be the same file"):
        run.download("2019-07", "2022-05")
    assert not server.asked("storage")


@pytest.mark.parametrize("folder", ["..", "a b", ".x"])
def test_folders_that_the_server_must_not_make(run, server, monkeypatch, folder):
    monkeypatch.setattr(ServedFile, "path", property(lambda self: f"/{folder}/{self.name}"))
    with pytest.raises(DownloadError, match="NEON's layout"):
        run.download(layout=NESTED)
    assert names_in(run.folder.parent) == set()


def test_two_runs_at_the_same_time(server, tmp_path):
    """In one event loop, so that each waits while the other downloads."""
    server.faults["storage"].extend([trickle(10, 0.03)] * 2)
    first, second = Run(server, tmp_path), Run(server, tmp_path)
    targets = first.targets()
    jobs = [Downloads(first.transport, run.api, targets, run.progress, 1e9) for run in (first, second)]
    first.transport.run(*(job._stream() for job in jobs))
    assert_whole([target.path for target in targets], server)
    assert len(server.asked("storage")) == len(EASTINGS)
    assert "Another run downloads" in first.said + second.said


# What is written down


def test_ledger_says_what_was_downloaded(run, server):
    run.download()
    ledger = json.loads((run.folder / "downloads.json").read_text(encoding="utf-8"))
    assert ledger["licence"].startswith("CC BY 4.0")
    assert ledger["products"]["DP3.30006.002"]["dois"] == {"RELEASE-2026": "https://doi.org/10.48443/dp3.30006.002"}
    assert ledger["files"][FIRST] == {
        "product": "DP3.30006.002",
        "site": "SERC",
        "month": "2022-05",
        "release": "RELEASE-2026",
        "size": SIZE,
        "crc32c": server.files[0].checksum.zfill(8),
        "downloaded": date.today().isoformat(),
    }
    assert "Goog" not in json.dumps(ledger)


def test_citation_is_neons(run):
    run.download()
    assert (run.folder / "CITATION.txt").read_text(encoding="utf-8") == (
        "NEON (National Ecological Observatory Network). Spectrometer orthorectified surface bidirectional reflectance "
        "- mosaic (DP3.30006.002), RELEASE-2026. https://doi.org/10.48443/dp3.30006.002. Dataset accessed from "
        f"https://data.neonscience.org/data-products/DP3.30006.002/RELEASE-2026 on {date.today()}.\n"
        "\n"
        "Licence: CC BY 4.0, https://creativecommons.org/licenses/by/4.0/\n"
    )


def test_citation_of_provisional_data_has_no_doi(run, server):
    server.add(ServedFile(FIRST, content(9), month="2025-06", release="PROVISIONAL"))
    run.download("2025-06")
    text = (run.folder / "CITATION.txt").read_text(encoding="utf-8")
    assert "provisional data" in text
    assert "doi.org" not in text


def test_each_release_is_cited(run, server):
    server.add(ServedFile(tile_name(371000, NORTHING), content(9), month="2025-06", release="PROVISIONAL"))
    run.download("2022-05")
    Run(server, run.folder).download("2025-06")
    text = (run.folder / "CITATION.txt").read_text(encoding="utf-8")
    assert text.count("NEON (National Ecological Observatory Network)") == 2
    assert len(Ledger.read(run.folder).files) == len(EASTINGS) + 1


def test_files_that_are_there_keep_their_date(run, server, monkeypatch):
    run.download()
    path = run.folder / "downloads.json"
    path.write_text(path.read_text(encoding="utf-8").replace(date.today().isoformat(), "2026-01-02"), encoding="utf-8")
    before = path.read_bytes()
    Run(server, run.folder).download()
    assert path.read_bytes() == before


@pytest.mark.parametrize("text", ["", "{}", "[]", '{"format": 5}', '{"files": {}, "products": {}}', "x" * 10])
def test_ledger_of_somebody_else_is_kept(run, server, text):
    run.folder.mkdir()
    (run.folder / "downloads.json").write_text(text)
    with pytest.raises(OutputError, match="downloads.json was not written by this plugin"):
        run.download()
    assert (run.folder / "downloads.json").read_text() == text
    assert not server.asked("storage")


def test_ledger_that_was_damaged_is_told(run, server):
    run.download()
    path = run.folder / "downloads.json"
    for old, new in (
        ('"release"', '"rel"'),
        ('"DP3.30006.002": {', '"DP3": {'),
        ('"downloaded": "', '"downloaded": 5, "x": "'),
    ):
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace(old, new), encoding="utf-8")
        with pytest.raises(OutputError, match="downloads.json was not written"):
            Run(server, run.folder).download()
        path.write_text(text, encoding="utf-8")


def test_citation_of_somebody_else_is_kept(run, server):
    run.folder.mkdir()
    (run.folder / "CITATION.txt").write_text("my thesis")
    with pytest.raises(OutputError, match="CITATION.txt was not written by this plugin"):
        run.download()


def test_nothing_else_is_left(run):
    run.download()
    assert names_in(run.folder) == {
        "downloads.json",
        "CITATION.txt",
        *(tile_name(easting, NORTHING) for easting in EASTINGS),
    }


def test_download_of_nothing_is_nothing(run, server):
    run.download()
    assert download(run.transport, run.api, [], run.folder, 1e9, run.progress) == []
