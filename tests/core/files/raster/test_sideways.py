import h5py
import numpy as np
import pytest
from osgeo import gdal

from neon_aop.core.errors import RasterError
from neon_aop.core.files.raster.image import RasterImage

pytestmark = pytest.mark.usefixtures("gdal_exceptions")

BANDS, ROWS, COLUMNS = 12, 15, 20


def cube_file(path, dimensions, driver="netCDF", wavelengths=(450.0, 550.0, 650.0, 750.0, 850.0)):
    """Write a cube whose values count up, with the sizes 7 (rows), 6 (columns) and 5 (bands)."""
    if gdal.GetDriverByName(driver) is None:
        pytest.skip(f"this GDAL does not write {driver}")
    sizes = {"y": 7, "x": 6, "downtrack": 7, "crosstrack": 6}
    dataset = gdal.GetDriverByName(driver).CreateMultiDimensional(str(path))
    root = dataset.GetRootGroup()
    along = [root.CreateDimension(name, "", "", sizes.get(name, 5)) for name in dimensions]
    real = gdal.ExtendedDataType.Create(gdal.GDT_Float64)
    for name, dimension in zip(dimensions, along):
        if name == "wavelength":
            coordinate = root.CreateMDArray(name, [dimension], real)
            coordinate.Write(np.array(wavelengths))
            coordinate.CreateAttribute("units", [], gdal.ExtendedDataType.CreateString()).Write("nm")
    array = root.CreateMDArray("reflectance", along, real)
    array.Write(np.arange(210.0).reshape([sizes.get(name, 5) for name in dimensions]))
    return path


@pytest.mark.parametrize(
    "dimensions",
    [("downtrack", "crosstrack", "bands"), ("y", "x", "wavelength"), ("y", "band", "x"), ("y", "x", "n_channels")],
)
@pytest.mark.parametrize("source", ["{}", 'NETCDF:"{}":reflectance'])
def test_cube_of_netcdf_that_gdal_opens_sideways_is_refused(tmp_path, dimensions, source):
    path = cube_file(tmp_path / "cube.nc", dimensions)
    if gdal.Open(source.format(path)).RasterCount == 5:
        pytest.skip("this GDAL knows the order of these dimensions")
    word = next(name for name in dimensions if name not in ("x", "y", "downtrack", "crosstrack"))
    with pytest.raises(RasterError, match=f'sideways.*dimension "{word}".*gdalmdimtranslate'):
        RasterImage(source.format(path))


def test_cube_of_netcdf_with_the_bands_first_is_read_with_its_wavelengths(tmp_path):
    path = cube_file(tmp_path / "cube.nc", ("wavelength", "y", "x"))
    with RasterImage(path) as image:
        assert image.bands.wavelengths.tolist() == [450, 550, 650, 750, 850]
        assert image.read_pixels().values.shape == (42, 5)


def hdf5_cube(path, shape, place="HDFEOS/SWATHS/Data Fields/Cube", lists=(), attributes=(), beside=()):
    """Write a cube whose dimensions have no names, and lists of some lengths as attributes and datasets."""
    with h5py.File(path, "w") as file:
        cube = file.create_dataset(place, data=np.arange(np.prod(shape), dtype=np.uint16).reshape(shape))
        for name, count in attributes:
            file.attrs[name] = np.linspace(400, 2500, count)
        for name, count in beside:
            cube.attrs[name] = np.linspace(400, 2500, count)
        for name, count in lists:
            file[name] = np.linspace(400, 2500, count)
    return path


def image_of(path):
    """Open the cube of a file; skip where this GDAL turns it itself."""
    found = gdal.Open(str(path))
    sources = [name for name, _ in found.GetSubDatasets() if name.endswith("Cube")] or [str(path)]
    if gdal.Open(sources[0]).RasterCount == BANDS:
        pytest.skip("this GDAL finds the bands")
    return RasterImage(sources[0])


LINES, SAMPLES = (ROWS, BANDS, COLUMNS), (ROWS, COLUMNS, BANDS)


@pytest.mark.parametrize(
    ("shape", "lists", "name"),
    [
        (LINES, {"attributes": [("List_Cw_Vnir", BANDS), ("List_Cw_Swir", 173)]}, "List_Cw_Vnir"),
        (SAMPLES, {"lists": [("Metadata/Spectral_Data/Wavelength", BANDS)]}, "Wavelength"),
        (SAMPLES, {"beside": [("band_centres", BANDS)]}, "band_centres"),
        (LINES, {"lists": [("fwhm", BANDS), ("northing", ROWS)]}, "fwhm"),
    ],
)
def test_cube_that_lists_of_wavelengths_show_to_be_sideways_is_refused(tmp_path, shape, lists, name):
    axis, order = ("rows", r"\[1,0,2\]") if shape == LINES else ("columns", r"\[2,0,1\]")
    with pytest.raises(RasterError, match=f'sideways, with {ROWS} bands of .* {BANDS} {axis} .*"{name}".*{order}'):
        image_of(hdf5_cube(tmp_path / "cube.he5", shape, **lists))


def test_cube_with_as_many_bands_as_wavelengths_is_read(tmp_path):
    lists = [("List_Cw_Vnir", BANDS), ("List_Cw_Swir", COLUMNS)]
    with RasterImage(hdf5_cube(tmp_path / "cube.he5", (BANDS, ROWS, COLUMNS), attributes=lists)) as image:
        assert image.shape == (ROWS * COLUMNS, BANDS) and image.warnings == []


@pytest.mark.parametrize("shape", [LINES, SAMPLES])
def test_cube_of_which_nothing_is_known_and_that_looks_sideways_is_told(tmp_path, shape):
    with image_of(hdf5_cube(tmp_path / "cube.he5", shape, lists=[("time", ROWS), ("gain", BANDS)])) as image:
        (warning,) = image.warnings
    words = "with {} bands of {} rows and {} columns, and the file does not tell".format(*shape)
    assert words in warning and "gdalmdimtranslate" in warning


@pytest.mark.parametrize("names", [("time", "lat", "lon"), ("depth", "y", "x"), ("level", "rows", "columns")])
def test_cube_whose_rows_and_columns_have_names_is_not(tmp_path, names):
    path = tmp_path / "cube.nc"
    root = gdal.GetDriverByName("netCDF").CreateMultiDimensional(str(path)).GetRootGroup()
    along = [root.CreateDimension(name, "", "", size) for name, size in zip(names, LINES)]
    root.CreateMDArray("values", along, gdal.ExtendedDataType.Create(gdal.GDT_Float64)).Write(np.zeros(LINES))
    del root, along
    with RasterImage(path) as image:
        assert image.warnings == []
