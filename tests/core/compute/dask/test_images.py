"""Tiles on a real Dask cluster of two workers."""

from __future__ import annotations

import asyncio
import contextlib
import gc
import os
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest
from osgeo import gdal

from neon_aop.core.compute.dask import cluster as dask_cluster
from neon_aop.core.compute.dask import images as dask_images
from neon_aop.core.compute.dask import placement
from neon_aop.core.compute.dask.images import DaskImages
from neon_aop.core.compute.dask.package import PLUGIN_PREFIX
from neon_aop.core.compute.imageset import LocalImages, coverage_of
from neon_aop.core.compute.memory import PixelStore
from neon_aop.core.errors import Cancelled, ClusterError, TileError
from neon_aop.core.files.neon.cleaning import BandChoice
from neon_aop.core.inputs.imagesets import image_set
from neon_aop.core.inputs.tileset import TileSet
from neon_aop.core.methods.kmeans.classification import Start
from neon_aop.core.methods.kmeans.shard import assign
from neon_aop.core.methods.products import ClassFiles, ClassSettings, ComponentFiles, make_classes, make_components
from neon_aop.core.methods.transforms.components import ComponentChoice
from neon_aop.core.progress import Progress
from neon_aop.core.report.making import Run, write_run_report
from neon_aop.tests.daskcluster import Cluster
from neon_aop.tests.tiles import LEFT, TOP, map_info, write_tile

pytest.importorskip("distributed", reason="the Python package distributed is not installed")

ROOT = Path(__file__).resolve().parents[4]
TILES = 4
SIDE = 60
OVERLAP = 10
ITERATIONS = 6


class Log(Progress):
    """Keeps what it is told; calls `then` when a line begins with `at`, and cancels when told to."""

    def __init__(self, at=None, then=None):
        self.lines, self.warnings, self.fractions = [], [], []
        self.stop = False
        self._at, self._then = at, then

    def info(self, text):
        self.lines.append(text)
        if self._at is not None and text.startswith(self._at):
            self._at = None
            self._then()

    def warn(self, text):
        self.warnings.append(text)

    def report(self, fraction):
        self.fractions.append(fraction)

    def cancelled(self):
        return self.stop


@pytest.fixture(scope="module")
def lasting_cluster(tmp_path_factory):
    cluster = Cluster(tmp_path_factory.mktemp("cluster"))
    yield cluster
    cluster.close()


@pytest.fixture
def cluster(lasting_cluster):
    """A cluster of two workers, on which a test must leave nothing; if it does, the next test gets a new cluster."""
    yield lasting_cluster
    try:
        assert_nothing_is_left(lasting_cluster)
        lasting_cluster.restore()
    except BaseException:
        lasting_cluster.restart()
        raise


@pytest.fixture(autouse=True)
def looked_at_often(monkeypatch):
    monkeypatch.setattr(dask_images, "SECONDS_BETWEEN_LOOKS", 0.2)


@pytest.fixture(scope="module")
def paths(tmp_path_factory):
    """Tiles in a row, each overlapping the next, a few pixels without data."""
    folder = tmp_path_factory.mktemp("tiles")
    return [str(_write_tile(folder / f"{number}.h5", number)) for number in range(TILES)]


def _write_tile(path, number):
    rng = np.random.default_rng(number)
    position = np.linspace(0, 1, 426)
    spectra = np.stack([300 + 5000 * np.exp(-(((position - middle) / 0.3) ** 2)) for middle in (0, 0.3, 0.6, 1)])
    cube = rng.dirichlet(np.full(4, 0.5), (SIDE, SIDE)) @ spectra
    cube = np.rint(cube + rng.normal(0, 30, cube.shape)).clip(0, 15_000).astype(np.int16)
    cube[rng.random((SIDE, SIDE)) < 0.02] = -9999
    left = LEFT + number * (SIDE - OVERLAP)
    extent = np.array([left, left + SIDE, TOP - SIDE, TOP])
    write_tile(path, cube, texts={"Map_Info": map_info(left)}, attributes={"Spatial_Extent_meters": extent})
    return path


@pytest.fixture(scope="module")
def tiles(paths):
    return TileSet(paths, BandChoice())


@pytest.fixture(scope="module")
def expected(tiles, tmp_path_factory):
    with LocalImages(tiles.read()) as images:
        return results(images, tiles, tmp_path_factory.mktemp("local"))


def results(images, tiles, folder, log=None):
    """Make everything that a run makes, and return its files and numbers."""
    log = log or Log()
    names = ("classes.tif", "centres.csv", "preview.png", "scores.tif", "eigenvalues.csv", "loadings.csv", "model.json")
    files = {name: folder / name for name in names}
    class_files, component_files = list(files.values())[:3], list(files.values())[3:]
    start = Start(classes=6)
    settings = ClassSettings(start, ITERATIONS)
    classification = make_classes(images, tiles.mosaic, settings, ClassFiles(*map(str, class_files)), log)
    outputs = ComponentFiles(*map(str, component_files))
    components, moments = make_components(images, tiles.mosaic, ComponentChoice(0.99), outputs, log)
    run = Run("Run", [])
    write_run_report(folder / "report.html", run, images, tiles.mosaic, classification, components, moments)
    report = (folder / "report.html").read_text().split("Valid pixels")[0]
    iterations = [(one.moved, one.sse, one.centres.tolist()) for one in classification.clustering.iterations]
    return {**{name: file.read_bytes() for name, file in files.items()}, "report": report, "iterations": iterations}


def assert_same(found, expected):
    assert found.keys() == expected.keys()
    assert [name for name in found if found[name] != expected[name]] == []


def remote(cluster, tiles, log=None):
    return DaskImages(cluster.address, tiles.windows, tiles.windows[0].without_pixels(), log)


def on_cluster(cluster, tiles, folder, log=None):
    with remote(cluster, tiles, log) as images:
        images.read(tiles.mosaic, log)
        return results(images, tiles, folder, log)


def what_is_left(cluster):
    """Return tasks and plugins that the scheduler has, and modules of this package that workers have."""

    def of_scheduler(dask_scheduler):
        return [*dask_scheduler.tasks, *(name for name in dask_scheduler.worker_plugins if "neon" in name)]

    # Python itself may lie in a folder of that name.
    own_path = sys.path + [sys.prefix]

    def of_worker(dask_worker):
        added = [path for path in sys.path if not any(path.startswith(own) for own in own_path if own)]
        names = [*dask_worker.data, *dask_worker.state.tasks, *dask_worker.plugins, *sys.modules, *added]
        return [name for name in names if "neon" in str(name)]

    with cluster.client() as client:
        return client.run_on_scheduler(of_scheduler) + sum(client.run(of_worker).values(), [])


def assert_nothing_is_left(cluster):
    """Check that the cluster is as before, as soon as threads of workers have noticed that they are to stop."""
    deadline = time.monotonic() + 10
    while what_is_left(cluster) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert what_is_left(cluster) == []


def test_results_are_those_of_this_machine(cluster, tiles, expected, tmp_path):
    assert_same(on_cluster(cluster, tiles, tmp_path), expected)


def test_coverage_is_that_of_this_machine(cluster, tiles):
    with remote(cluster, tiles) as images, LocalImages(tiles.read()) as expected:
        images.read(tiles.mosaic)
        for found, one in zip(images.coverages, expected.coverages):
            assert found.of_band.tolist() == one.of_band.tolist()
            assert found.in_some == one.in_some < SIDE * SIDE


def test_bands_without_data_in_any_tile_are_left_out(cluster, tmp_path):
    cube = np.random.default_rng(1).integers(1, 9000, (20, 20, 426)).astype(np.int16)
    cube[:, :, 100] = -9999
    write_tile(tmp_path / "tile.h5", cube)
    log, store = Log(), PixelStore(str(tmp_path), 500)
    with TileSet([str(tmp_path / "tile.h5")], BandChoice()) as tile:
        wanted = tile.bands.numbers.tolist()
        with image_set(tile, store, log, scheduler=cluster.address) as images:
            assert images.lengths == [400]
            assert images.template.bands.numbers.tolist() == [number for number in wanted if number != 101]
    assert [line.split(": ")[0] for line in log.warnings] == ["1 band of tile has no data in any pixel and is left out"]


def test_nothing_is_left_on_the_cluster(cluster, tiles):
    with remote(cluster, tiles) as images:
        images.read(tiles.mosaic)
        assert what_is_left(cluster)
    assert_nothing_is_left(cluster)


@pytest.mark.parametrize("line", ["Iteration 1:", "Iteration 3:"])
def test_a_worker_that_dies_does_not_change_the_result(cluster, tiles, expected, tmp_path, line):
    log = Log(line, cluster.kill_worker)
    assert_same(on_cluster(cluster, tiles, tmp_path, log), expected)
    assert len(log.warnings) == 1


def test_a_worker_that_dies_after_the_clustering_does_not_change_the_result(cluster, tiles, expected, tmp_path):
    lines = [f"{number} of" for number in range(1, 10)]
    log = Log(None)
    log.info = lambda text: text.startswith(tuple(lines)) and len(cluster.workers) == 2 and cluster.kill_worker()
    assert_same(on_cluster(cluster, tiles, tmp_path, log), expected)


def test_a_worker_that_joins_late_takes_over(cluster, tiles, expected, tmp_path):
    def replace_worker():
        cluster.kill_worker()
        cluster.add_worker()

    cluster.kill_worker()
    assert_same(on_cluster(cluster, tiles, tmp_path, Log("Iteration 2:", replace_worker)), expected)


def test_cancelling_leaves_nothing_on_the_cluster(cluster, tiles, tmp_path):
    log = Log("Iteration 2:", lambda: setattr(log, "stop", True))
    with pytest.raises(Cancelled):
        on_cluster(cluster, tiles, tmp_path, log)
    assert_nothing_is_left(cluster)
    assert not (tmp_path / "classes.tif").exists()
    assert (tmp_path / "centres.csv").exists()


def kept(images, tiles, folder, log, most, **settings):
    """Return the iterations, classes and centres of a clustering."""
    folder.mkdir()
    files = ClassFiles(str(folder / "classes.tif"), str(folder / "centres.csv"))
    settings = ClassSettings(Start(classes=6), most, **settings)
    classification = make_classes(images, tiles.mosaic, settings, files, log)
    classes = gdal.Open(files.raster).ReadAsArray().tolist()
    return len(classification.clustering.iterations), classes, Path(files.centres).read_bytes()


def test_classes_are_kept_when_cancelled_if_wanted(cluster, tiles, tmp_path):
    log = Log("Iteration 2:", lambda: setattr(log, "stop", True))
    with remote(cluster, tiles) as images:
        images.read(tiles.mosaic)
        found = kept(images, tiles, tmp_path / "there", log, ITERATIONS, keep_partial=True)
    with LocalImages(tiles.read()) as images:
        expected = kept(images, tiles, tmp_path / "here", Log(), 2)
    assert found == expected
    assert found[0] == 2
    assert_nothing_is_left(cluster)


def test_few_pixels_that_move_end_the_iterations_as_on_this_machine(cluster, tiles, tmp_path):
    settings = {"most": 500, "min_moved": 0.5}
    with remote(cluster, tiles) as images:
        images.read(tiles.mosaic)
        found = kept(images, tiles, tmp_path / "there", Log(), **settings)
    with LocalImages(tiles.read()) as images:
        assert found == kept(images, tiles, tmp_path / "here", Log(), **settings)
    assert 2 < found[0] < 500


def test_progress_goes_on(cluster, tiles):
    log = Log()
    with remote(cluster, tiles) as images:
        images.read(tiles.mosaic, log)
    assert log.fractions[-1] == 1
    assert all(0 <= fraction <= 1 for fraction in log.fractions)


@pytest.fixture
def damaged(paths, tmp_path):
    """The tiles, the second of which is damaged beyond its metadata; and the one that is."""
    copies = []
    for number, path in enumerate(paths):
        copies.append(str(tmp_path / f"{number}.h5"))
        with open(path, "rb") as source, open(copies[-1], "wb") as copy:
            copy.write(source.read())
    _spoil(copies[1])
    return copies


def _spoil(path):
    import h5py

    with h5py.File(path) as file:
        dataset = file["SERC/Reflectance/Reflectance_Data"]
        chunk = dataset.id.get_chunk_info(dataset.id.get_num_chunks() // 2)
    with open(path, "r+b") as file:
        file.seek(chunk.byte_offset)
        file.write(b"\0" * min(chunk.size, 500))


def test_a_damaged_tile_is_reported_as_itself(cluster, damaged):
    tiles = TileSet(damaged, BandChoice())
    with pytest.raises(TileError, match="1.h5"), remote(cluster, tiles) as images:
        images.read(tiles.mosaic)


def test_a_damaged_tile_can_be_left_out(cluster, damaged, tmp_path):
    def run(folder, images_of):
        folder.mkdir()
        tiles = TileSet(damaged, BandChoice(), skip_broken=True)
        with images_of(tiles) as images:
            found = results(images, tiles, folder)
        assert len(tiles.skipped) == 1
        return found

    @contextlib.contextmanager
    def on_workers(tiles):
        with remote(cluster, tiles) as images:
            images.read(tiles.mosaic, None, tiles.skip)
            yield images

    found = run(tmp_path / "dask", on_workers)
    assert_same(found, run(tmp_path / "local", lambda tiles: LocalImages(tiles.read())))


def test_memory_that_does_not_suffice_is_reported_at_once(cluster, tiles, monkeypatch):
    monkeypatch.setattr(placement, "SHARE_OF_MEMORY", 1e-6)
    with pytest.raises(ClusterError, match="memory"), remote(cluster, tiles):
        pass


def test_files_that_workers_cannot_read_are_reported_at_once(cluster, tiles, paths, monkeypatch):
    monkeypatch.setattr(dask_cluster, "check_versions", lambda versions: os.rename(paths[0], paths[0] + ".away"))
    try:
        with pytest.raises(TileError, match="0.h5"), remote(cluster, tiles):
            pass
    finally:
        os.rename(paths[0] + ".away", paths[0])


def test_the_address_of_a_worker_is_reported(cluster, tiles):
    with cluster.client() as client:
        worker = min(client.nthreads())
    template = tiles.windows[0].without_pixels()
    with (
        pytest.raises(ClusterError, match=f"At {worker} is a Dask worker, not a scheduler"),
        DaskImages(worker, tiles.windows, template),
    ):
        pass


@pytest.fixture
def impatient(monkeypatch):
    """Short waiting times."""
    monkeypatch.setattr(placement, "SECONDS_UNTIL_SAID", 2)
    monkeypatch.setattr(placement, "SECONDS_UNTIL_MOVED", 3)
    monkeypatch.setattr(placement, "SECONDS_TO_WAIT_FOR_WORKERS", 1)
    monkeypatch.setattr(dask_images, "SECONDS_TO_ANSWER", 2)
    monkeypatch.setattr(dask_images, "SECONDS_TO_LEAVE", 0.5)


@pytest.fixture
def quiet(capfd, caplog):
    """Check that nothing of the libraries gets into the log."""
    yield
    assert "Traceback" not in "".join(capfd.readouterr())
    assert [record for record in caplog.records if record.name.startswith(("distributed", "tornado", "asyncio"))] == []


@pytest.mark.usefixtures("impatient", "quiet")
def test_a_worker_that_is_killed_inside_an_iteration_does_not_change_the_result(
    cluster, tiles, expected, tmp_path, monkeypatch
):
    submit = DaskImages._submit

    def submit_and_kill(self, job, worker):
        future = submit(self, job, worker)
        if job.call.function is assign and job.changes >= 3:
            # Once it has been sent.
            asyncio.get_running_loop().call_later(0.02, kill_one)
        return future

    def kill_one():
        if len(cluster.workers) == 2:
            cluster.kill_worker()

    monkeypatch.setattr(DaskImages, "_submit", submit_and_kill)
    log = Log()
    assert_same(on_cluster(cluster, tiles, tmp_path, log), expected)
    assert len(cluster.workers) == 1
    assert len(log.warnings) == 1


@pytest.mark.usefixtures("impatient", "quiet")
def test_a_worker_that_stops_does_not_change_the_result(cluster, tiles, expected, tmp_path):
    with contextlib.ExitStack() as stopped:
        worker = cluster.workers[0]
        log = Log("Iteration 2:", lambda: stopped.enter_context(cluster.stopped(worker)))
        assert_same(on_cluster(cluster, tiles, tmp_path, log), expected)
        assert any(line.startswith("Waiting for the Dask worker") and "not heard of" in line for line in log.lines)
        assert len(log.warnings) == 1


@pytest.mark.usefixtures("impatient", "quiet")
def test_a_worker_that_is_paused_does_not_change_the_result(cluster, tiles, expected, tmp_path):
    with contextlib.ExitStack() as paused:
        log = Log("Iteration 2:", lambda: paused.enter_context(cluster.paused()))
        assert_same(on_cluster(cluster, tiles, tmp_path, log), expected)
        assert any(line.startswith("Waiting for the Dask worker") and "paused" in line for line in log.lines)


@pytest.mark.usefixtures("impatient", "quiet")
def test_workers_that_are_all_paused_are_reported(cluster, tiles):
    with (
        pytest.raises(ClusterError, match=r"paused by Dask at 0\.\d\d of 0\.40 GB"),
        remote(cluster, tiles) as images,
    ):
        images.read(tiles.mosaic)
        with cluster.paused(2):
            images.map(coverage_of)


@pytest.mark.usefixtures("impatient", "quiet")
def test_a_cluster_that_is_paused_from_the_start_is_reported(cluster, tiles):
    with (
        cluster.paused(2),
        pytest.raises(ClusterError, match="No worker .* has 0.0 GB"),
        remote(cluster, tiles),
    ):
        pass


@pytest.mark.usefixtures("impatient", "quiet")
def test_a_worker_that_does_not_answer_at_the_start_is_reported(cluster, tiles, monkeypatch):
    monkeypatch.setattr(dask_cluster, "SECONDS_TO_ANSWER", 2)
    with (
        cluster.stopped(cluster.workers[1]),
        pytest.raises(ClusterError, match="The Dask worker tcp://127.0.0.1:[0-9]+ does not answer"),
        remote(cluster, tiles),
    ):
        pass


def test_a_scheduler_that_at_once_tells_all_clients_something_can_be_used(cluster, tiles):
    def tell_next_client(dask_scheduler):
        from distributed import SchedulerPlugin

        class Tell(SchedulerPlugin):
            def add_client(self, scheduler, client):
                scheduler.remove_plugin("tell")
                # What all clients are told when one cancels tasks.
                news = {"op": "cancelled-keys", "keys": [], "reason": "", "msg": ""}
                scheduler.loop.add_callback(scheduler.report, news)

        dask_scheduler.add_plugin(Tell(), name="tell")

    with cluster.client() as client:
        client.run_on_scheduler(tell_next_client)
    with remote(cluster, tiles) as images:
        images.read(tiles.mosaic)
    # Distributed writes a line to the log when what it has left open is collected; not in the next test.
    gc.collect()


@pytest.mark.usefixtures("impatient", "quiet")
def test_a_scheduler_that_stops_is_reported(cluster, tiles):
    with (
        contextlib.ExitStack() as stopped,
        pytest.raises(ClusterError, match="The Dask scheduler at .* does not answer any more"),
        remote(cluster, tiles) as images,
    ):
        images.read(tiles.mosaic)
        stopped.enter_context(cluster.stopped(cluster.scheduler))
        images.map(coverage_of)
    assert_no_image_is_left(cluster)
    with cluster.client() as client:
        client.unregister_worker_plugin(PLUGIN_PREFIX + images._id)


def assert_no_image_is_left(cluster):
    """Check that workers have let go of all images, although nobody could tell them to."""

    def has_images(dask_worker):
        return any(plugin.images.is_used for name, plugin in dask_worker.plugins.items() if "neon" in name)

    with cluster.client() as client:
        deadline = time.monotonic() + 10
        while any(client.run(has_images).values()) and time.monotonic() < deadline:
            time.sleep(0.05)
        assert not any(client.run(has_images).values())


def test_workers_let_go_of_the_images_of_a_process_that_is_killed(cluster, paths):
    code = """
import sys, time
import conftest
from neon_aop.core.compute.dask.images import DaskImages
from neon_aop.core.compute.dask.package import PLUGIN_PREFIX
from neon_aop.core.files.neon.cleaning import BandChoice
from neon_aop.core.inputs.tileset import TileSet

tiles = TileSet(sys.argv[2:], BandChoice())
with DaskImages(sys.argv[1], tiles.windows, tiles.windows[0].without_pixels()) as images:
    images.read(tiles.mosaic)
    print(images._id, flush=True)
    time.sleep(60)
"""
    command = [sys.executable, "-c", code, cluster.address, *paths]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        run = process.stdout.readline().strip()
        process.kill()
    assert run
    assert_no_image_is_left(cluster)
    with cluster.client() as client:
        client.unregister_worker_plugin(PLUGIN_PREFIX + run)


@pytest.mark.usefixtures("impatient", "quiet")
def test_workers_that_are_all_lost_are_reported(cluster, tiles):
    with (
        pytest.raises(ClusterError, match="All workers of the Dask cluster are lost"),
        remote(cluster, tiles) as images,
    ):
        images.read(tiles.mosaic)
        cluster.kill_worker()
        cluster.kill_worker()
        images.map(coverage_of)


@pytest.mark.usefixtures("quiet")
def test_two_runs_at_once_do_not_disturb_each_other(cluster, tiles, expected, tmp_path):
    folders = [tmp_path / "one", tmp_path / "other"]
    for folder in folders:
        folder.mkdir()
    with ThreadPoolExecutor(2) as threads:
        for found in threads.map(lambda folder: on_cluster(cluster, tiles, folder), folders):
            assert_same(found, expected)


@pytest.mark.usefixtures("quiet")
def test_a_scheduler_that_goes_away_is_reported(tiles, tmp_path):
    cluster = Cluster(tmp_path)
    try:
        with pytest.raises(ClusterError, match="connection to its scheduler broke"), remote(cluster, tiles) as images:
            images.read(tiles.mosaic)
            cluster.close()
            deadline = time.monotonic() + 30
            while time.monotonic() < deadline:
                images.map(coverage_of)
    finally:
        cluster.close()
