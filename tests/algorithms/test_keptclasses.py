"""K-means that ends early: as few pixels move, or as the user cancels and keeps the classes."""

import numpy as np
import pytest
from osgeo import gdal
from qgis.core import (
    QgsProcessingException,
    QgsProcessingOutputLayerDefinition,
    QgsProject,
)
from qgis.PyQt.QtCore import QCoreApplication, QThread

from neon_aop.core.constants import MIN_MOVED_PLUS_PLUS
from neon_aop.core.files.neon.demotile import write_demo_tile
from neon_aop.tests.algorithms.checks import (
    Recorder,
    model_of,
    model_targets,
    read,
    run,
    run_in_background,
    write_raster,
)
from neon_aop.tests.gui.checks import layers, wait_until

TUTORIAL, CENTRES_FILE = 1, 2
SIDE = 120
REST = ("PC_RASTER", "EIGENVALUES", "LOADINGS", "MODEL", "DISTANCE", "MARGIN", "SECOND")


@pytest.fixture(scope="module")
def random_raster(tmp_path_factory):
    """A raster on which k-means takes many iterations."""
    values = np.random.default_rng(0).integers(0, 10000, (4, SIDE, SIDE)).astype(np.int16)
    return write_raster(tmp_path_factory.mktemp("random") / "random.tif", values)


def log_of(feedback):
    return "\n".join(feedback.lines)


class TestMinMoved:
    """The iterations end once few pixels move."""

    def moved(self, feedback):
        return [int(line.split(": ")[1].split(" pixel")[0].replace(",", "")) for line in feedback.iterations()]

    def run(self, raster, folder, **parameters):
        feedback = Recorder()
        parameters = {"CLUSTERS": 4, "MAX_ITERATIONS": 500, **parameters}
        found = run("kmeans", feedback, INPUT=raster, OUTPUT=folder / f"{len(parameters)}.tif", **parameters)
        return found, feedback

    def test_ends_with_the_first_iteration_that_moves_so_few(self, random_raster, tmp_path):
        found, feedback = self.run(random_raster, tmp_path, START=TUTORIAL, MIN_MOVED=0.5)
        moved = self.moved(feedback)[1:]
        assert [count <= SIDE * SIDE * 0.005 for count in moved] == [False] * (len(moved) - 1) + [True]
        assert found["MOVED"] == moved[-1] > 0
        assert f"Stopped after {found['ITERATIONS']} iterations, as the last one moved only " in log_of(feedback)
        assert "iterations end when at most 0.5 % move" in log_of(feedback)

    def test_classes_are_those_of_so_many_iterations(self, random_raster, tmp_path):
        found, _ = self.run(random_raster, tmp_path, START=TUTORIAL, MIN_MOVED=0.5)
        most = found["ITERATIONS"]
        same = run(
            "kmeans", INPUT=random_raster, CLUSTERS=4, START=TUTORIAL, MAX_ITERATIONS=most, OUTPUT=tmp_path / "most.tif"
        )
        np.testing.assert_array_equal(read(found["OUTPUT"]), read(same["OUTPUT"]))

    @pytest.mark.parametrize(
        ("start", "share"), [(0, MIN_MOVED_PLUS_PLUS), (TUTORIAL, 0), (CENTRES_FILE, 0)], ids=["++", "tutorial", "file"]
    )
    def test_unless_given_it_depends_on_the_start(self, random_raster, tmp_path, start, share):
        centres = tmp_path / "centres.csv"
        self.run(random_raster, tmp_path, MAX_ITERATIONS=1, CENTRES=centres)
        options = {"START": start, **({"START_CENTRES": centres} if start == CENTRES_FILE else {})}
        found, _ = self.run(random_raster, tmp_path, **options)
        expected, _ = self.run(random_raster, tmp_path, MIN_MOVED=share, **options)
        assert found["ITERATIONS"] == expected["ITERATIONS"]
        # 0.01 % of the pixels is one of them.
        assert found["MOVED"] <= (1 if share else 0)

    def test_0_means_until_no_pixel_moves(self, random_raster, tmp_path):
        found, feedback = self.run(random_raster, tmp_path, MIN_MOVED=0)
        assert found["MOVED"] == 0
        assert "Stopped" not in log_of(feedback)

    def test_log_tells_how_many_moved_when_no_more_iterations_are_allowed(self, random_raster, tmp_path):
        found, feedback = self.run(random_raster, tmp_path, MAX_ITERATIONS=5)
        share = f"{100 * found['MOVED'] / SIDE**2:.3f}"
        assert (
            "Stopped after 5 iterations, as many as are allowed; the last one moved "
            f"{found['MOVED']:,} of 14,400 pixels ({share} %)."
        ) in log_of(feedback)

    def test_report_tells_why_it_ended(self, random_raster, tmp_path):
        report = tmp_path / "report.html"
        self.run(random_raster, tmp_path, MIN_MOVED=1, REPORT=report)
        assert "until at most 1 % of the pixels moved; in the last, " in report.read_text(encoding="utf-8")

    @pytest.mark.parametrize("share", [-1, 100.5, "nan"])
    def test_other_numbers_are_refused(self, random_raster, tmp_path, share):
        with pytest.raises(QgsProcessingException, match="End when at most so many pixels move"):
            run("kmeans", INPUT=random_raster, MIN_MOVED=share, OUTPUT=tmp_path / "out.tif")


@pytest.fixture(scope="module")
def demo_tile(tmp_path_factory):
    path = tmp_path_factory.mktemp("demo") / "demo.h5"
    write_demo_tile(str(path), size=60)
    return path


def files_of(folder):
    folder.mkdir(exist_ok=True)
    names = {"CLASS_RASTER": "classes.tif", "CENTRES": "centres.csv", "REPORT": "report.html", "PREVIEW": "preview.png"}
    endings = {"MODEL": ".json", "EIGENVALUES": ".csv", "LOADINGS": ".csv"}
    names.update({name: f"{name.lower()}{endings.get(name, '.tif')}" for name in REST})
    return {name: folder / file for name, file in names.items()}


def classify(tile, folder, feedback=None, **parameters):
    settings = {"START": TUTORIAL, "CLUSTERS": 6, "MIN_MOVED": 0, **parameters}
    return run("classifytiles", feedback, TILES=[tile], **files_of(folder), **settings)


@pytest.fixture(scope="module")
def cancelled(demo_tile, tmp_path_factory):
    """A run that was cancelled after its third iteration, over files of an earlier run."""
    folder, feedback = tmp_path_factory.mktemp("cancelled"), Recorder(cancel_at="Iteration 3")
    for path in files_of(folder).values():
        path.write_bytes(b"old")
    return folder, classify(demo_tile, folder, feedback, KEEP_PARTIAL=True), feedback


@pytest.fixture(scope="module")
def three(demo_tile, tmp_path_factory):
    """A run of three iterations."""
    return classify(demo_tile, tmp_path_factory.mktemp("three") / "out", MAX_ITERATIONS=3)


class CancelledInPhase(Recorder):
    """Cancels when a phase begins."""

    def __init__(self, phase):
        super().__init__()
        self._phase = phase

    def setProgressText(self, text):
        super().setProgressText(text)
        if text == self._phase:
            self.cancel()


class TestKeepPartial:
    """The classes of a cancelled run are kept if the user wants it."""

    def test_results_are_those_that_are_written(self, cancelled):
        folder, found, _ = cancelled
        written = ("CLASS_RASTER", "CENTRES", "REPORT", "PREVIEW")
        assert {name: found.get(name) for name in files_of(folder)} == {
            name: str(path) if name in written else None for name, path in files_of(folder).items()
        }
        assert found["ITERATIONS"] == 3
        assert found["MOVED"] > 0

    def test_classes_are_those_of_the_last_iteration(self, cancelled, three):
        folder = cancelled[0]
        np.testing.assert_array_equal(read(folder / "classes.tif"), read(three["CLASS_RASTER"]))
        for name in ("CENTRES", "PREVIEW"):
            with open(three[name], "rb") as file:
                assert files_of(folder)[name].read_bytes() == file.read()

    def test_earlier_files_of_other_results_stay(self, cancelled):
        folder = cancelled[0]
        assert {files_of(folder)[name].read_bytes() for name in REST} == {b"old"}

    def test_nothing_half_written_is_left(self, cancelled, three):
        folder = cancelled[0]
        beside = {"classes.tif.aux.xml", "classes.qml", "centres.csv-metadata.json"}
        assert {path.name for path in folder.iterdir()} == beside | {path.name for path in files_of(folder).values()}

    def test_log_tells_what_is_kept(self, cancelled):
        folder, _, feedback = cancelled
        log = log_of(feedback)
        assert "Cancelled after 3 iterations; the last one moved " in log
        assert "Left out, as the run was cancelled: Principal components, Eigenvalues, Loadings, Component model" in log
        assert f"Kept of the cancelled run:\n  Classes: {folder / 'classes.tif'}" in log
        assert "start from this centres file" not in log
        assert feedback.errors == []

    def test_raster_and_report_tell_that_it_was_cancelled(self, cancelled):
        folder = cancelled[0]
        text = gdal.Open(str(folder / "classes.tif")).GetMetadataItem("KMEANS_STOPPED")
        assert text.startswith("Cancelled after 3 iterations; the last one moved ")
        report = (folder / "report.html").read_text(encoding="utf-8")
        assert "cancelled after 3 iterations, " in report
        assert "preview.png" in report
        assert "pc_raster.tif" not in report

    def test_whole_runs_do_not_tell_of_it(self, three):
        assert gdal.Open(three["CLASS_RASTER"]).GetMetadataItem("KMEANS_STOPPED") is None

    def test_without_it_only_centres_are_left(self, demo_tile, tmp_path):
        assert classify(demo_tile, tmp_path, Recorder(cancel_at="Iteration 3")) == {}
        assert {path.name for path in tmp_path.iterdir()} == {"centres.csv", "centres.csv-metadata.json"}

    def test_cancelled_before_the_iterations_nothing_is_left(self, demo_tile, tmp_path):
        feedback = CancelledInPhase("Choosing start centres")
        assert classify(demo_tile, tmp_path, feedback, KEEP_PARTIAL=True) == {}
        assert list(tmp_path.iterdir()) == []

    @pytest.mark.parametrize(
        ("phase", "on_components", "with_distances"),
        [
            ("Measuring distances to the centres", False, False),
            ("Writing the classes", False, False),
            ("Writing the distances", False, False),
            ("Principal components", False, True),
            ("Writing the components", False, True),
            ("Writing the classes", True, False),
            ("Clustering all bands, to compare", True, True),
            ("Writing the report", True, True),
        ],
    )
    def test_cancelled_after_the_iterations_the_classes_are_those_of_a_whole_run(
        self, demo_tile, tmp_path, phase, on_components, with_distances
    ):
        feedback, settings = CancelledInPhase(phase), {"CLUSTER_ON": int(on_components)}
        found = classify(demo_tile, tmp_path / "out", feedback, KEEP_PARTIAL=True, **settings)
        whole = classify(demo_tile, tmp_path / "whole", **settings)
        assert feedback.isCanceled()
        np.testing.assert_array_equal(read(found["CLASS_RASTER"]), read(whole["CLASS_RASTER"]))
        assert gdal.Open(found["CLASS_RASTER"]).GetMetadataItem("KMEANS_STOPPED") is None
        assert ("PC_RASTER" in found) == on_components
        assert ({"DISTANCE", "MARGIN", "SECOND"} <= set(found)) == with_distances
        assert {"CENTRES", "REPORT", "PREVIEW"} <= set(found)

    @pytest.mark.parametrize("on_components", [False, True])
    def test_whenever_it_is_cancelled_all_results_are_whole(self, demo_tile, tmp_path, on_components):
        class Counting(Recorder):
            """Cancels at the n-th thing that it is told."""

            def __init__(self, when=0):
                super().__init__()
                self.told, self._when = 0, when

            def _count(self):
                self.told += 1
                if self.told == self._when:
                    self.cancel()

            def setProgress(self, percent):
                super().setProgress(percent)
                self._count()

            def pushInfo(self, text):
                super().pushInfo(text)
                self._count()

        settings, whole = {"KEEP_PARTIAL": True, "CLUSTER_ON": int(on_components)}, Counting()
        classify(demo_tile, tmp_path / "whole", whole, **settings)
        kept = 0
        for when in np.random.default_rng(1).choice(whole.told, 5, replace=False) + 1:
            folder, feedback = tmp_path / str(when), Counting(when)
            found = classify(demo_tile, folder, feedback, **settings)
            assert feedback.errors == []
            named = {path: name for name, path in files_of(folder).items()}
            for path in folder.iterdir():
                assert path.name.endswith((".aux.xml", ".qml", "-metadata.json")) or path in named
                if path.suffix == ".tif":
                    assert read(path).any()
            assert all(files_of(folder)[name].exists() for name in found if name in named.values())
            kept += "CLASS_RASTER" in found
        assert kept > 0

    def test_components_that_were_clustered_are_kept(self, demo_tile, tmp_path):
        feedback = Recorder(cancel_at="Iteration 2")
        found = classify(demo_tile, tmp_path, feedback, KEEP_PARTIAL=True, CLUSTER_ON=1)
        assert {"CLASS_RASTER", "PC_RASTER", "MODEL", "REPORT"} <= set(found)
        assert not {"DISTANCE", "MARGIN", "SECOND"} & set(found)

    def test_pixels_that_are_too_far_are_unclassified(self, random_raster, tmp_path):
        settings = {"INPUT": random_raster, "START": TUTORIAL, "MAX_DISTANCE": 1, "MAX_DISTANCE_UNIT": 1}
        feedback = Recorder(cancel_at="Iteration 2")
        found = run("kmeans", feedback, KEEP_PARTIAL=True, OUTPUT=tmp_path / "kept.tif", **settings)
        whole = run("kmeans", MAX_ITERATIONS=2, OUTPUT=tmp_path / "whole.tif", **settings)
        np.testing.assert_array_equal(read(found["OUTPUT"]), read(whole["OUTPUT"]))
        assert found["UNCLASSIFIED"] == whole["UNCLASSIFIED"] > 0


def to_load(path):
    """Return a destination whose layer is loaded."""
    return QgsProcessingOutputLayerDefinition(str(path), QgsProject.instance())


class TestLayers:
    """Layers of a cancelled run, which QGIS itself does not load."""

    def test_layer_is_loaded_with_its_style_and_says_what_it_is(self, random_raster, tmp_path):
        feedback, settings = Recorder(cancel_at="Iteration 2"), {"CLUSTERS": 7, "KEEP_PARTIAL": True}
        target = to_load(tmp_path / "classes.tif")
        _, is_done, _ = run_in_background("kmeans", feedback, INPUT=random_raster, OUTPUT=target, **settings)
        assert not is_done
        wait_until(layers)
        (layer,) = layers()
        assert layer.name() == "K-means, 7 classes, cancelled after iteration 2 - random"
        assert layer.source() == str(tmp_path / "classes.tif")
        assert layer.renderer().type() == "paletted"
        assert len(layer.renderer().classes()) == 7
        assert layer.thread() is QThread.currentThread()

    def test_layers_are_named_and_in_order(self, demo_tile, tmp_path):
        targets = {name: to_load(path) for name, path in files_of(tmp_path).items() if path.suffix == ".tif"}
        settings = {"TILES": [demo_tile], "CLUSTER_ON": 1, "START": TUTORIAL, "KEEP_PARTIAL": True}
        run_in_background("classifytiles", Recorder(cancel_at="Iteration 2"), **settings, **targets)
        wait_until(lambda: len(layers()) == 2)
        shown = [layer.layer().source() for layer in QgsProject.instance().layerTreeRoot().findLayers()]
        assert shown == [str(tmp_path / "classes.tif"), str(tmp_path / "pc_raster.tif")]

    def test_step_of_a_model(self, random_raster, tmp_path):
        settings = {"INPUT": random_raster, "CLUSTERS": 7, "KEEP_PARTIAL": True}
        model = model_of("kmeans", settings, ["OUTPUT"])
        targets = model_targets(model, {"OUTPUT": to_load(tmp_path / "classes.tif")})
        run_in_background(model, Recorder(cancel_at="Iteration 2"), **targets)
        wait_until(layers)
        (layer,) = layers()
        assert layer.source() == str(tmp_path / "classes.tif")
        assert len(layer.renderer().classes()) == 7

    def test_cancelled_without_keeping_loads_nothing(self, random_raster, tmp_path):
        feedback, target = Recorder(cancel_at="Iteration 2"), to_load(tmp_path / "classes.tif")
        run_in_background("kmeans", feedback, INPUT=random_raster, CLUSTERS=7, OUTPUT=target)
        for _ in range(20):
            QCoreApplication.processEvents()
        assert layers() == []

    def test_layers_that_were_not_to_be_loaded_are_not(self, random_raster, tmp_path):
        feedback, target = Recorder(cancel_at="Iteration 2"), tmp_path / "classes.tif"
        _, _, results = run_in_background("kmeans", feedback, INPUT=random_raster, OUTPUT=target, KEEP_PARTIAL=True)
        assert results["OUTPUT"] == str(target)
        for _ in range(20):
            QCoreApplication.processEvents()
        assert layers() == []
