from dataclasses import replace

import numpy as np
import pytest
from osgeo import gdal

from neon_aop.core.compute.imageset import LocalImages
from neon_aop.core.compute.memory import PixelStore
from neon_aop.core.errors import ParameterError, TableError
from neon_aop.core.files.raster.choice import RasterChoice
from neon_aop.core.image.bands import Bands
from neon_aop.core.image.grid import Grid
from neon_aop.core.image.mosaic import Mosaic
from neon_aop.core.image.pixels import Pixels
from neon_aop.core.inputs.imageinput import ImageInput
from neon_aop.core.methods.transforms.inverse import (
    ComponentBands,
    chosen_components,
    extent_of,
    write_denoised,
    write_inverse,
    write_residuals,
)
from neon_aop.core.methods.transforms.linear import NOISE_FRACTION, LinearTransform
from neon_aop.tests.algorithms.checks import wkt, write_raster
from neon_aop.tests.tiles import LEFT, TOP

ROWS, COLUMNS, BANDS, KEPT = 12, 15, 6, 4
WAVELENGTHS = 500.0 + 60 * np.arange(BANDS)
NODATA = -9999


def transform(back=None):
    rng = np.random.default_rng(0)
    vectors = rng.normal(0, 1, (BANDS, KEPT))
    bands = Bands.of(WAVELENGTHS, np.full(BANDS, 6.0))
    return LinearTransform(
        bands, rng.uniform(0.1, 0.3, BANDS), vectors, np.arange(6.0, 0, -1), 99, inverse_vectors=back
    )


@pytest.fixture
def model():
    """A transform that is no rotation, with an inverse matrix that is not its pseudo-inverse."""
    plain = transform()
    noise = np.diag(np.linspace(1, 3, BANDS))
    back = np.linalg.inv(plain.vectors.T @ noise @ plain.vectors) @ plain.vectors.T @ noise
    return replace(plain, kind=NOISE_FRACTION, inverse_vectors=back)


def scores_of(values, valid=None, grid=None):
    height, width = values.shape[:2]
    valid = np.ones((height, width), bool) if valid is None else valid
    grid = grid or Grid(width, height, LEFT, TOP, crs=wkt())
    return Pixels(values[valid], valid, grid, Bands.of(np.full(values.shape[2], np.nan)), name="components")


@pytest.fixture
def values():
    return np.random.default_rng(1).normal(0, 0.1, (ROWS, COLUMNS, KEPT)).astype(np.float32)


def read(path):
    return np.moveaxis(gdal.Open(str(path)).ReadAsArray().reshape(-1, ROWS, COLUMNS), 0, -1)


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("", [0, 1, 2, 3]),
        (" , ", [0, 1, 2, 3]),
        ("2", [1]),
        ("1-3", [0, 1, 2]),
        ("4; 1 - 2, 2", [0, 1, 3]),
    ],
)
def test_components_are_given_by_numbers_and_ranges(text, places):
    assert chosen_components(text, 4).tolist() == places


@pytest.mark.parametrize("text", ["0", "5", "3-2", "1-5", "a", "1-", "-2", "1-2-3", "1.5", "²", "9" * 30])
def test_what_gives_no_components_is_told(text):
    with pytest.raises(ParameterError, match="gives no components from 1 to 4; write for instance"):
        chosen_components(text, 4)


@pytest.mark.parametrize("with_back", [True, False])
@pytest.mark.parametrize("components", [[0, 1, 2, 3], [0], [1, 3]])
def test_reflectance_is_mean_and_what_the_chosen_components_add(model, values, tmp_path, components, with_back):
    model = model if with_back else transform()
    back = model.inverse_vectors if with_back else np.linalg.pinv(model.vectors)
    valid = np.random.default_rng(2).random((ROWS, COLUMNS)) < 0.8
    write_inverse(tmp_path / "r.tif", model, np.array(components), scores_of(values, valid))
    expected = values[..., components].astype(float) @ back[components] + model.mean
    np.testing.assert_allclose(read(tmp_path / "r.tif")[valid], expected[valid], rtol=1e-6)
    assert (read(tmp_path / "r.tif")[~valid] == NODATA).all()


def test_bands_have_their_wavelengths_again(model, values, tmp_path):
    write_inverse(tmp_path / "r.tif", model, np.arange(KEPT), scores_of(values))
    raster = gdal.Open(str(tmp_path / "r.tif"))
    bands = [raster.GetRasterBand(number) for number in range(1, BANDS + 1)]
    assert [float(band.GetMetadataItem("wavelength")) for band in bands] == WAVELENGTHS.tolist()
    assert [band.GetDescription() for band in bands] == list(model.bands.names)
    assert raster.GetGeoTransform() == (LEFT, 1, 0, TOP, 0, -1)


def test_scores_with_scale_and_offset_are_converted(model, values, tmp_path):
    plain, stored = scores_of(values), scores_of((values - 0.5) / 2)
    write_inverse(tmp_path / "a.tif", model, np.arange(KEPT), plain)
    write_inverse(tmp_path / "b.tif", model, np.arange(KEPT), replace(stored, scale=2.0, offset=0.5))
    np.testing.assert_allclose(read(tmp_path / "b.tif"), read(tmp_path / "a.tif"), atol=1e-5)


def test_components_without_a_valid_pixel_are_told(model, values, tmp_path):
    with pytest.raises(ParameterError, match="components has no valid pixel"):
        write_inverse(tmp_path / "r.tif", model, np.arange(KEPT), scores_of(values, np.zeros((ROWS, COLUMNS), bool)))


@pytest.mark.parametrize("bands", [KEPT - 1, KEPT + 1])
def test_raster_of_another_model_is_refused(model, bands):
    with pytest.raises(TableError, match=rf"scores has {bands} bands, but m.json has {KEPT} components"):
        ComponentBands(model, "m.json").among(Bands.of(np.full(bands, np.nan)), "scores")


def test_denoised_image_is_there_and_back(model, tmp_path):
    stored = np.random.default_rng(3).integers(0, 5000, (ROWS, COLUMNS, BANDS)).astype(np.int16)
    image = replace(scores_of(stored), bands=model.bands, scale=1e-4, offset=0.01)
    with LocalImages([image]) as images:
        write_denoised(tmp_path / "d.tif", Mosaic.of([image.grid], [""]), images, model)
    expected = model.inverse(model.forward((stored * 1e-4 + 0.01).reshape(-1, BANDS)))
    np.testing.assert_allclose(read(tmp_path / "d.tif").reshape(-1, BANDS), expected, rtol=1e-6, atol=1e-7)


def original_raster(path, reflectance, left=0, top=0, crs=None):
    """Write an original image as Float32 with wavelengths, its corner by so many pixels right and below."""
    write_raster(path, np.moveaxis(reflectance, -1, 0).astype(np.float32), nodata=NODATA)
    raster = gdal.Open(str(path), gdal.GA_Update)
    raster.SetGeoTransform((LEFT + left, 1, 0, TOP - top, 0, -1))
    if crs is not None:
        raster.SetProjection(crs)
    for number, wavelength in enumerate(WAVELENGTHS, start=1):
        raster.GetRasterBand(number).SetMetadata({"wavelength": str(wavelength), "wavelength_units": "nm"})
    return path


def residuals(folder, model, values, original, valid=None, components=None):
    scores = scores_of(values, valid)
    chosen = ImageInput(raster=RasterChoice.of(str(original)), extent_in=extent_of(scores))
    components = np.arange(KEPT) if components is None else components
    with chosen.open(None) as opened:
        store = PixelStore(str(folder))
        total = write_residuals(folder / "residual.tif", model, components, scores, opened, store)
    return total, read(folder / "residual.tif")[..., 0]


def test_residual_is_the_root_mean_squared_difference_of_each_pixel(model, values, tmp_path):
    reflectance = np.random.default_rng(4).uniform(0, 0.5, (ROWS, COLUMNS, BANDS)).astype(np.float32)
    valid, has_original = np.random.default_rng(5).random((2, ROWS, COLUMNS)) < 0.8
    stored = np.where(has_original[..., np.newaxis], reflectance, NODATA)
    path = original_raster(tmp_path / "o.tif", stored)
    total, found = residuals(tmp_path, model, values, path, valid, np.array([0, 2]))
    back = values[..., [0, 2]].astype(float) @ model.inverse_vectors[[0, 2]] + model.mean
    expected = np.sqrt(((back - reflectance) ** 2).mean(axis=-1))
    both = valid & has_original
    np.testing.assert_allclose(found[both], expected[both], rtol=1e-6)
    assert (found[~both] == NODATA).all()
    assert total == pytest.approx(np.sqrt((expected[both] ** 2).mean()), rel=1e-6)


def test_original_that_reaches_farther_or_less_far_is_compared_where_both_are(model, values, tmp_path):
    reflectance = np.random.default_rng(6).uniform(0, 0.5, (ROWS, COLUMNS, BANDS))
    path = original_raster(tmp_path / "o.tif", reflectance, left=4, top=-3)
    _, found = residuals(tmp_path, model, values, path)
    expected = np.full((ROWS, COLUMNS), NODATA, float)
    back = values.astype(float) @ model.inverse_vectors + model.mean
    part = back[: ROWS - 3, 4:] - reflectance[3:, : COLUMNS - 4]
    expected[: ROWS - 3, 4:] = np.sqrt((part**2).mean(axis=-1))
    np.testing.assert_allclose(found, expected, rtol=1e-5)


@pytest.mark.parametrize(
    ("settings", "sentence"),
    [
        ({"left": 0.5}, "lie between those of components"),
        ({"crs": wkt(32617)}, "The original has another coordinate reference system than components"),
        ({"left": 100}, "holds no pixel of"),
    ],
)
def test_original_of_another_place_is_refused(model, values, tmp_path, settings, sentence):
    path = original_raster(tmp_path / "o.tif", np.full((ROWS, COLUMNS, BANDS), 0.2), **settings)
    with pytest.raises(ParameterError, match=sentence):
        residuals(tmp_path, model, values, path)
    assert not (tmp_path / "residual.tif").exists()


def test_original_without_data_where_the_components_have_some_is_told(model, values, tmp_path):
    reflectance = np.full((ROWS, COLUMNS, BANDS), 0.2)
    reflectance[:, 3:] = NODATA
    valid = np.ones((ROWS, COLUMNS), bool)
    valid[:, :3] = False
    path = original_raster(tmp_path / "o.tif", reflectance)
    with pytest.raises(ParameterError, match="has no valid pixel where components has data"):
        residuals(tmp_path, model, values, path, valid)
