"""Rasters of abundances, what is summed up of them, and how far they are from the truth of a made scene."""

from __future__ import annotations

import numpy as np
import pytest
from osgeo import gdal

from neon_aop.core.compute.memory import PixelStore
from neon_aop.core.compute.threads import using_threads
from neon_aop.core.constants import FULLY_CONSTRAINED, NODATA
from neon_aop.core.errors import TableError
from neon_aop.core.files.neon.cleaning import BandChoice
from neon_aop.core.image.bands import Bands
from neon_aop.core.inputs.imageinput import ImageInput
from neon_aop.core.methods.unmixing.abundances import AbundanceFiles, alike_in_words, with_shade, write_abundances
from neon_aop.core.progress import Progress
from neon_aop.core.spectra.classes import SpectralClasses
from neon_aop.tests.tiles import LEFT, TOP, map_info, write_tile
from neon_aop.tests.tiles import NODATA as TILE_NODATA

BANDS, ROWS, COLUMNS = 60, 40, 30
EVERY_BAND = BandChoice(rule=1, windows=())


class Log(Progress):
    def __init__(self):
        self.warnings = []

    def warn(self, text):
        self.warnings.append(text)


def classes_of(spectra, names=None):
    bands = Bands.of(np.linspace(400, 2400, spectra.shape[1]))
    count = len(spectra)
    return SpectralClasses(np.arange(1, count + 1), spectra, bands, np.zeros(count, np.int64), given_names=names or {})


def scene(endmembers, noise=0.0, seed=0):
    """Return endmembers, true abundances of pixels and what a tile stores of their mixtures."""
    rng = np.random.default_rng(seed)
    knots = rng.uniform(0.03, 0.6, (endmembers, 12))
    spectra = np.stack([np.interp(np.linspace(0, 11, BANDS), range(12), one) for one in knots])
    shares = rng.dirichlet([0.7] * endmembers, (ROWS, COLUMNS))
    cube = (shares @ spectra + rng.normal(0, noise, (ROWS, COLUMNS, BANDS))) * 10_000
    return spectra, shares, np.rint(cube).astype(np.int16)


def write(folder, classes, tiles=("a.h5",), progress=None, **files):
    paths = {name: str(folder / f"{name}.tif") for name in ("abundances", "residual", "dominant")}
    with ImageInput(tiles=tuple(str(folder / name) for name in tiles)).open(EVERY_BAND) as source:
        return write_abundances(
            AbundanceFiles(**{**paths, **files}), classes, FULLY_CONSTRAINED, source, PixelStore(str(folder)), progress
        )


def read(path):
    dataset = gdal.Open(str(path))
    return dataset.ReadAsArray().reshape(dataset.RasterCount, dataset.RasterYSize, dataset.RasterXSize)


@pytest.mark.parametrize(("endmembers", "most"), [(3, 0.004), (4, 0.006), (7, 0.012)])
def test_abundances_of_a_made_scene_are_near_the_truth(tmp_path, endmembers, most):
    spectra, shares, cube = scene(endmembers, noise=0.005)
    write_tile(tmp_path / "a.h5", cube)
    write(tmp_path, classes_of(spectra))
    found = read(tmp_path / "abundances.tif").transpose(1, 2, 0)
    assert np.sqrt(((found - shares) ** 2).mean()) < most


def test_rasters_have_abundances_residual_and_dominant_endmember(tmp_path):
    spectra, shares, cube = scene(4)
    cube[3, 5] = TILE_NODATA
    write_tile(tmp_path / "a.h5", cube)
    found = write(tmp_path, classes_of(spectra, {1: "oak"}))
    valid = (cube != TILE_NODATA).all(axis=2)
    abundances = read(tmp_path / "abundances.tif")
    np.testing.assert_allclose(abundances[:, valid].T, shares[valid], rtol=0, atol=2e-3)
    assert (abundances[:, ~valid] == NODATA).all()
    assert gdal.Open(str(tmp_path / "abundances.tif")).GetRasterBand(1).GetDescription() == "1 oak"
    residual = read(tmp_path / "residual.tif")[0]
    assert residual[valid].max() < 1e-4 and residual[3, 5] == NODATA
    dominant = read(tmp_path / "dominant.tif")[0]
    np.testing.assert_array_equal(dominant, np.where(valid, abundances.argmax(axis=0) + 1, 0))
    np.testing.assert_allclose(found.means, abundances[:, valid].mean(axis=1, dtype=float), rtol=1e-9)
    assert found.rmse == pytest.approx(np.sqrt((residual[valid].astype(float) ** 2).mean()))
    assert found.classes.counts.tolist() == np.bincount(dominant[valid], minlength=5)[1:].tolist()
    np.testing.assert_array_equal(found.maps, np.concatenate([abundances, residual[np.newaxis]]))


def test_where_tiles_overlap_each_pixel_counts_once(tmp_path):
    spectra, _, cube = scene(3)
    write_tile(tmp_path / "a.h5", cube)
    extent = np.array([LEFT + 10, LEFT + 10 + COLUMNS, TOP - ROWS, TOP])
    place = {"texts": {"Map_Info": map_info(left=LEFT + 10)}, "attributes": {"Spatial_Extent_meters": extent}}
    write_tile(tmp_path / "b.h5", scene(3, seed=1)[2], **place)
    found = write(tmp_path, classes_of(spectra), tiles=("a.h5", "b.h5"))
    abundances, residual = read(tmp_path / "abundances.tif"), read(tmp_path / "residual.tif")[0]
    assert found.classes.counts.sum() == ROWS * (COLUMNS + 10)
    np.testing.assert_allclose(found.means, abundances.mean(axis=(1, 2), dtype=float), rtol=1e-9)
    assert residual[:, :COLUMNS].max() < 1e-4 < residual[:, COLUMNS:].min()


def test_residual_and_dominant_endmember_need_not_be_written(tmp_path):
    spectra, _, cube = scene(3)
    write_tile(tmp_path / "a.h5", cube)
    write(tmp_path, classes_of(spectra), residual="", dominant="")
    assert sorted(path.name for path in tmp_path.glob("*.tif")) == ["abundances.tif"]


def test_results_do_not_depend_on_the_number_of_threads(tmp_path):
    spectra, _, cube = scene(8, noise=0.05)
    write_tile(tmp_path / "a.h5", cube)
    written = []
    for threads in (1, 3):
        with using_threads(threads):
            write(tmp_path, classes_of(spectra))
        written.append([(tmp_path / f"{name}.tif").read_bytes() for name in ("abundances", "residual", "dominant")])
    assert written[0] == written[1]


def test_endmembers_in_other_units_than_the_image_are_noticed(tmp_path):
    spectra, _, cube = scene(3)
    write_tile(tmp_path / "a.h5", cube)
    log = Log()
    write(tmp_path, classes_of(spectra * 10_000), progress=log)
    assert any("one of them may be reflectance and the other integers" in text for text in log.warnings)


def test_endmembers_that_are_alike_are_named():
    spectra = scene(3)[0]
    spectra[2] = 0.9 * spectra[0] + 0.05 + 0.001 * spectra[1]
    names = {1: "oak", 2: "soil", 3: "ash"}
    (sentence,) = alike_in_words(classes_of(spectra, names))
    assert sentence.startswith("The endmembers 1 oak and 3 ash are much alike")


def test_shade_is_the_last_endmember():
    classes = with_shade(classes_of(scene(2)[0], {1: "oak", 2: "ash"}))
    assert classes.called(2) == "3 shade"
    assert not classes.centres[2].any()
    with pytest.raises(TableError, match="One of the endmembers is zero in all bands, which is shade"):
        with_shade(classes)
