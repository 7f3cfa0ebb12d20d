"""What the tests of the algorithms share: running one, making rasters, and reading results back."""

from __future__ import annotations

import csv

import numpy as np
from osgeo import gdal, osr
from qgis.core import (
    QgsApplication,
    QgsProcessingAlgRunnerTask,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingModelAlgorithm,
    QgsProcessingModelChildAlgorithm,
    QgsProcessingModelChildParameterSource,
    QgsProcessingModelOutput,
    QgsProject,
)

from neon_aop.core.image.grid import Grid
from neon_aop.tests.gui.checks import wait_until
from neon_aop.tests.tiles import LEFT, TOP, map_info, write_tile

EPSG = 32618


class Recorder(QgsProcessingFeedback):
    """Feedback that keeps what it is told, and cancels when a log line begins with `cancel_at`."""

    def __init__(self, cancel_at: str | None = None):
        super().__init__(False)
        self.lines: list[str] = []
        self.warnings: list[str] = []
        self.errors: list[str] = []
        self.steps: list[float] = []
        self.phases: list[str] = []
        self._cancel_at = cancel_at

    def setProgress(self, percent):
        self.steps.append(percent)
        super().setProgress(percent)

    def setProgressText(self, text):
        self.phases.append(text)

    def pushInfo(self, text):
        self.lines.append(text)
        if self._cancel_at is not None and text.startswith(self._cancel_at):
            self.cancel()

    def pushWarning(self, text):
        self.warnings.append(text)

    def reportError(self, error, fatalError=False):
        self.errors.append(error)

    def iterations(self) -> list[str]:
        return [line for line in self.lines if line.startswith("Iteration ")]


def run(algorithm, feedback=None, context=None, **parameters):
    """Run an algorithm of the provider by its name, or any other by itself."""
    from qgis import processing

    name = f"neonaop:{algorithm}" if isinstance(algorithm, str) else algorithm
    values = {key: plain(value) for key, value in parameters.items()}
    return processing.run(name, values, feedback=feedback, context=context)


def run_in_background(algorithm, feedback, **parameters):
    """Run an algorithm of the provider by its name, or any other by itself, as its dialog does: in a thread of its own.

    Returns its context, whether it succeeded, and its results.
    """
    if isinstance(algorithm, str):
        algorithm = QgsApplication.processingRegistry().createAlgorithmById(f"neonaop:{algorithm}")
    context, ended = QgsProcessingContext(), []
    context.setProject(QgsProject.instance())
    values = {key: plain(value) for key, value in parameters.items()}
    task = QgsProcessingAlgRunnerTask(algorithm, values, context, feedback)
    task.executed.connect(lambda is_done, results: ended.append((is_done, dict(results))))
    QgsApplication.taskManager().addTask(task)
    wait_until(lambda: ended)
    return (context, *ended[0])


def model_of(algorithm, parameters, results):
    """Return a model with an algorithm of the provider as its only step; its results are described by their names."""
    model = QgsProcessingModelAlgorithm("one step", "tests")
    step = QgsProcessingModelChildAlgorithm(f"neonaop:{algorithm}")
    step.setChildId("step")
    for name, value in parameters.items():
        step.addParameterSources(name, [QgsProcessingModelChildParameterSource.fromStaticValue(plain(value))])
    outputs = {}
    for number, result in enumerate(results):
        outputs[f"RESULT_{number}"] = output = QgsProcessingModelOutput(f"RESULT_{number}", result)
        output.setChildId("step")
        output.setChildOutputName(result)
    step.setModelOutputs(outputs)
    model.addChildAlgorithm(step)
    model.updateDestinationParameters()
    return model


def model_targets(model, results):
    """Return the results of a model by what it calls them, which differs between versions of QGIS."""
    return {target.name(): results[target.description()] for target in model.destinationParameterDefinitions()}


def plain(value):
    """Turn paths into text, which is what QGIS takes."""
    if isinstance(value, (list, tuple)):
        return [plain(item) for item in value]
    return str(value) if hasattr(value, "__fspath__") else value


def assert_georeferenced_like(raster, grid: Grid) -> None:
    """Check that a raster lies on `grid`: size, corner, pixel size and coordinate reference system."""
    dataset = gdal.Open(str(raster))
    assert (dataset.RasterXSize, dataset.RasterYSize) == (grid.width, grid.height)
    assert dataset.GetGeoTransform() == grid.geotransform
    crs = osr.SpatialReference()
    crs.ImportFromWkt(grid.crs)
    assert dataset.GetSpatialRef().IsSame(crs)


def read(raster) -> np.ndarray:
    """Read a raster as it is stored, shape (bands, rows, columns)."""
    dataset = gdal.Open(str(raster))
    values = dataset.ReadAsArray()
    return values.reshape(dataset.RasterCount, dataset.RasterYSize, dataset.RasterXSize)


def spectra(raster, nodata=-9999) -> tuple[np.ndarray, np.ndarray]:
    """Return the valid pixels of a raster in float64, shape (pixels, bands), and where they are."""
    values = read(raster).astype(np.float64)
    valid = (values != nodata).all(axis=0)
    return values[:, valid].T, valid


def read_table(path) -> tuple[list[str], list[list[str]]]:
    with open(path, newline="", encoding="utf-8") as file:
        header, *rows = csv.reader(file)
    return header, rows


def wkt(epsg: int = EPSG) -> str:
    crs = osr.SpatialReference()
    crs.ImportFromEPSG(epsg)
    return crs.ExportToWkt()


def write_raster(path, values: np.ndarray, nodata=None):
    """Write `values`, shape (bands, rows, columns), as a plain GeoTIFF."""
    types = {"uint8": gdal.GDT_Byte, "int16": gdal.GDT_Int16, "float32": gdal.GDT_Float32, "float64": gdal.GDT_Float64}
    bands, rows, columns = values.shape
    dataset = gdal.GetDriverByName("GTiff").Create(str(path), columns, rows, bands, types[values.dtype.name])
    dataset.SetProjection(wkt())
    dataset.SetGeoTransform((LEFT, 1.0, 0.0, TOP, 0.0, -1.0))
    for number, band in enumerate(values, start=1):
        dataset.GetRasterBand(number).WriteArray(band)
        if nodata is not None:
            dataset.GetRasterBand(number).SetNoDataValue(nodata)
    dataset.FlushCache()
    return path


def write_tile_at(path, cube: np.ndarray, left=LEFT, top=TOP, size=1.0, epsg=EPSG, **settings):
    """Write a tile with its upper-left corner at a place."""
    rows, columns = cube.shape[:2]
    extent = np.array([left, left + columns * size, top - rows * size, top])
    write_tile(
        path,
        cube,
        texts={"Map_Info": map_info(left, top, size), "EPSG Code": str(epsg)},
        attributes={"Spatial_Extent_meters": extent},
        **settings,
    )
    return path
