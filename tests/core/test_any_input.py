"""Whatever the files and parameters hold, parsers give a value that makes sense or the error that they document."""

from __future__ import annotations

import asyncio
import csv
import io
import json
import re
from collections.abc import Sequence

import numpy as np
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from neon_aop.core.compute.dask.cluster import ADDRESS, connect
from neon_aop.core.errors import ClusterError, NeonAopError, ParameterError, TableError, TileError
from neon_aop.core.files.neon.metadata import read_metadata, short_name
from neon_aop.core.files.raster.wavelengths import read_bands
from neon_aop.core.image.bands import Bands, format_windows, kept_bands, match, parse_windows
from neon_aop.core.image.pixels import nodata_as
from neon_aop.core.inputs.tileset import find_tiles
from neon_aop.core.methods.composite import parse_wavelengths
from neon_aop.core.methods.transforms.linear import LinearTransform
from neon_aop.core.spectra.classes import SpectralClasses
from neon_aop.tests.tiles import map_info, wavelengths

# The same examples at every run, and few enough to stay quick.
settings.register_profile(
    "same",
    derandomize=True,
    max_examples=40,
    deadline=None,
    database=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
settings.load_profile("same")

BANDS = 30
numbers = st.floats(width=64) | st.integers(-(2**70), 2**70).map(float)
# Text that is nearly right finds more than text at random.
pieces = st.sampled_from(
    [
        "nan",
        "inf",
        "-",
        "–",
        ",",
        ";",
        ":",
        "1340",
        "1445.5",
        "1e400",
        " ",
        "\n",
        "<b>",
        "\0",
        "UTM",
        "=",
        "{",
        "}",
        "٣",
    ]
)
texts = st.text(max_size=30) | st.lists(pieces, max_size=12).map("".join) | st.lists(numbers.map(str)).map(",".join)


def says_it_plainly(error: NeonAopError) -> None:
    """Check that an error is one line that can be read."""
    message = str(error)
    assert message.isprintable(), message
    assert len(message) < 700, message
    assert message.endswith(".")


@given(texts)
@example("1340-1445, 1790-1955")
def test_windows(text):
    try:
        windows = parse_windows(text)
    except ParameterError as error:
        says_it_plainly(error)
    else:
        assert all(np.isfinite([low, high]).all() and low < high for low, high in windows)


@given(st.lists(st.tuples(st.integers(300, 1000), st.integers(1001, 2500)), min_size=1, max_size=4))
def test_windows_are_read_as_they_are_written(windows):
    assert parse_windows(format_windows(windows)) == tuple(windows)


@given(texts)
@example("670, 550, 470")
def test_three_wavelengths(text):
    try:
        found = parse_wavelengths(text)
    except ParameterError as error:
        says_it_plainly(error)
    else:
        assert len(found) == 3
        assert np.isfinite(found).all()


@given(
    st.integers(0, 3), st.integers(0, 500) | st.none(), st.integers(0, 500) | st.none(), st.integers(-3, 500),
    st.lists(st.tuples(st.floats(0, 3000), st.floats(0, 3000)), max_size=3),
)  # fmt: skip
def test_kept_bands(rule, first, last, subset_factor, windows):
    try:
        kept = kept_bands(wavelengths(BANDS), windows, rule, first, last, subset_factor)
    except ParameterError as error:
        says_it_plainly(error)
    else:
        assert len(kept)
        assert (np.diff(kept) > 0).all()
        assert 0 <= kept[0] <= kept[-1] < BANDS


def bands_of(values: Sequence[float]) -> Bands:
    return Bands.of(values, np.resize([5.0, np.nan], len(values)))


some_bands = st.lists(st.floats(300, 2600) | st.just(float("nan")), min_size=1, max_size=8).map(bands_of)


@given(some_bands, some_bands)
def test_matching_of_bands(wanted, found):
    try:
        indices = match(wanted, found, "one", "other")
    except TableError as error:
        says_it_plainly(error)
    else:
        assert len(indices) == len(wanted)
        assert ((indices >= 0) & (indices < len(found))).all()


@given(
    numbers | st.none(), st.sampled_from(["int8", "uint8", "int16", "uint16", "int32", "int64", "float32", "float64"])
)
def test_no_data_value_as_dtype(nodata, dtype):
    stored = nodata_as(nodata, np.dtype(dtype))
    assert stored is None or np.dtype(dtype).kind == "f" or float(stored) == nodata


# Tiles --------------------------------------------------------------------------------------------------------------


class AnyFile:
    """What a tile might hold, as the ways into HDF5 give it."""

    def __init__(self, path, texts=(), attributes=(), arrays=(), shape=(20, 24, BANDS), dtype="int16", groups=()):
        self.path = str(path)
        self.name = "/SERC/Reflectance/Reflectance_Data"
        self.shape, self.stored_dtype, self.chunks = shape, np.dtype(dtype), (20, 24, 1)
        self._texts = {"EPSG Code": "32618", "Map_Info": map_info(), **dict(texts)}
        self._attributes = {"Scale_Factor": 10000.0, "Data_Ignore_Value": -9999.0, **dict(attributes)}
        self._arrays = {"Wavelength": wavelengths(BANDS), "FWHM": np.full(BANDS, 5.8), **dict(arrays)}
        self._groups = {
            "/": ["SERC"],
            "/SERC": ["Reflectance"],
            "/SERC/Reflectance": ["Metadata"],
            "/SERC/Reflectance/Metadata": ["Coordinate_System", "Spectral_Data"],
            **dict(groups),
        }

    def groups(self, path):
        return self._groups.get(path, [])

    def datasets(self, path):
        members = {"Reflectance": ["Reflectance_Data"], "Coordinate_System": self._texts, "Spectral_Data": self._arrays}
        return list(members.get(path.rpartition("/")[2], []))

    def attribute(self, path, name):
        return self._attributes.get(name)

    def array(self, path):
        return np.asarray(self._arrays[path.rpartition("/")[2]], dtype=float)

    def text(self, path):
        return self._texts[path.rpartition("/")[2]]

    def cube(self, path):
        return self


@pytest.fixture(scope="module")
def tile_path(tmp_path_factory):
    path = tmp_path_factory.mktemp("any") / "NEON_D02_SERC_DP3_368000_4306000_reflectance.h5"
    path.write_bytes(bytes(100_000))
    return path


def parse(*arguments, **settings):
    """Parse what a tile might hold; check what comes of it."""
    try:
        info, _ = read_metadata(AnyFile(*arguments, **settings))
    except TileError as error:
        says_it_plainly(error)
        return None
    grid = info.grid
    assert np.isfinite([grid.left, grid.top, grid.right, grid.bottom]).all()
    assert min(grid.pixel_width, grid.pixel_height) > 0
    assert np.isfinite(info.scale_factor)
    assert info.scale_factor > 0
    assert len(info.bands) == info.bands.wavelengths.size == BANDS
    assert (np.diff(info.bands.wavelengths) > 0).all()
    assert np.isfinite(info.bands.wavelengths).all()
    assert all(low < high for low, high in info.windows)
    assert all(note.isprintable() for note in info.notes)
    assert info.site.isascii()
    return info


fields = st.lists(
    st.sampled_from(["UTM", "1", "1.0", "368000", "4307000", "18", "North", "South", "WGS-84", "units=Meters", "0"])
    | numbers.map(str)
    | st.text(max_size=5),
    max_size=13,
)


@given(texts | fields.map(",".join))
def test_map_info(tile_path, text):
    parse(tile_path, {"Map_Info": text})


@given(texts | numbers.map(str) | st.integers().map(str))
def test_epsg_code(tile_path, text):
    info = parse(tile_path, {"EPSG Code": text})
    assert info.epsg is None or 0 < info.epsg < 1_000_000


@given(st.dictionaries(st.sampled_from(["EPSG Code", "Map_Info", "Proj4", "Coordinate_System_String"]), texts))
def test_texts_of_the_coordinate_system(tile_path, found):
    parse(tile_path, found)


values = st.none() | texts | numbers | st.lists(numbers, max_size=20).map(np.array)


@given(
    st.dictionaries(
        st.sampled_from(
            [
                "Scale_Factor",
                "Data_Ignore_Value",
                "Spatial_Extent_meters",
                "Band_Window_1_Nanometers",
                "Band_Window_2_Nanometers",
                "Units",
            ]
        ),
        values,
        min_size=1,
    )
)
def test_attributes(tile_path, found):
    parse(tile_path, attributes=found)


@given(
    st.sampled_from(["Wavelength", "FWHM"]),
    st.lists(numbers, min_size=BANDS, max_size=BANDS)
    | st.lists(st.floats(1e-9, 1e9), min_size=BANDS, max_size=BANDS, unique=True).map(sorted)
    | st.lists(numbers, max_size=40),
)
def test_wavelengths_and_widths(tile_path, name, found):
    parse(tile_path, arrays={name: np.array(found)})


@given(
    st.lists(st.integers(0, 2**62), max_size=5).map(tuple) | st.tuples(*[st.integers(0, 40)] * 3),
    st.sampled_from(["i1", "u2", ">i4", "f2", "f8", "c8", "S3", "O", "?", "V4", "M8[s]"]),
)
def test_shapes_and_types(tile_path, shape, dtype):
    try:
        read_metadata(AnyFile(tile_path, shape=shape, dtype=dtype))
    except TileError as error:
        says_it_plainly(error)


@given(st.lists(texts, max_size=4), st.lists(texts, max_size=3))
def test_names_of_groups(tile_path, roots, members):
    try:
        read_metadata(AnyFile(tile_path, groups={"/": roots, **{f"/{root}": members for root in roots}}))
    except TileError as error:
        says_it_plainly(error)


@given(texts | st.from_regex(r"NEON_D\d\d_[A-Z0-9]{3,5}_DP[13]_[0-9_L-]{4,20}_?(bidirectional_)?reflectance"))
def test_names_of_products(name):
    found = short_name(f"/folder/{name.replace('/', '')}.h5")
    assert isinstance(found, str)


# Tables and models --------------------------------------------------------------------------------------------------


def written(folder, content: str | bytes):
    path = folder / "table"
    path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8", "surrogatepass"))
    return path


cells = st.sampled_from(["", "1", "2", "0.25", "-1", "1e400", "nan", "9" * 30, "x", "<b>", '"', "\n", "1_0"]) | texts


def as_csv(rows) -> str:
    target = io.StringIO()
    csv.writer(target).writerows(rows)
    return target.getvalue()


tables = st.tuples(
    st.lists(cells | st.just("500.0"), max_size=4).map(lambda columns: ["class", "pixels", "area_ha", *columns]),
    st.lists(st.lists(cells, min_size=3, max_size=7), max_size=4),
).map(lambda parts: as_csv([parts[0], *[row[: len(parts[0])] for row in parts[1]]]))


@given(texts | st.binary(max_size=60) | tables)
@example("class,pixels,area_ha,500.0\n1,5,,0.25\n")
def test_table_of_centres(tmp_path, content):
    try:
        found = SpectralClasses.read(written(tmp_path, content))
    except TableError as error:
        says_it_plainly(error)
    else:
        assert np.isfinite(found.centres).all()
        assert found.centres.shape[1] == len(found.bands)


anything = st.recursive(
    st.none() | st.booleans() | numbers | st.integers() | texts,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=4), inner, max_size=3),
    max_leaves=8,
)
MODEL = {
    "format": "neon_aop principal components 1",
    "pixels": 9,
    "band_numbers": [1, 2],
    "wavelengths_nm": [500.0, 600.0],
    "fwhm_nm": [None, 5.0],
    "mean_reflectance": [0.1, 0.2],
    "eigenvalues": [2.0, 1.0],
    "components": [[1.0, 0.0]],
}


@given(st.dictionaries(st.sampled_from(sorted(MODEL)), anything, max_size=2))
def test_model_of_components(tmp_path, changes):
    try:
        found = LinearTransform.read(written(tmp_path, json.dumps({**MODEL, **changes})))
    except TableError as error:
        says_it_plainly(error)
    else:
        assert np.isfinite(found.vectors).all()
        assert found.vectors.shape[0] == len(found.bands)
        assert found.names


@given(anything.map(json.dumps) | texts | st.binary(max_size=60))
def test_file_that_is_no_model(tmp_path, content):
    with pytest.raises(TableError) as raised:
        LinearTransform.read(written(tmp_path, content))
    says_it_plainly(raised.value)


# Rasters, paths and addresses ---------------------------------------------------------------------------------------


class AnyRaster:
    """What a raster might say of its bands, as GDAL gives it."""

    def __init__(self, items, names, lists):
        self._items, self._names, self._lists = items, names, lists
        self.RasterCount = len(items)

    def GetRasterBand(self, number):
        return AnyRaster([self._items[number - 1]], [self._names[number - 1]], {})

    def GetMetadata(self, domain=""):
        return self._lists or self._items[0]

    def GetDescription(self):
        return self._names[0]


item = st.dictionaries(
    st.sampled_from(["wavelength", "Wavelength_Units", "fwhm", "CENTRAL_WAVELENGTH_UM", "FWHM_UM"]),
    texts | st.sampled_from(["nm", "micrometers", "1", "-5"]),
)
names = texts | st.from_regex(r"band \d{1,9} \(\d+ ?(nm|um)\)", fullmatch=True)


@given(st.lists(st.tuples(item, names), min_size=1, max_size=4), st.dictionaries(st.just("wavelength"), texts))
def test_bands_of_rasters(bands, lists):
    items, descriptions = zip(*bands)
    found = read_bands(AnyRaster(items, descriptions, lists), range(1, len(bands) + 1))
    assert len(found) == len(bands)
    assert len(found.names) == len(bands)


@given(st.lists(texts, max_size=4))
def test_paths_of_tiles(found):
    try:
        paths = find_tiles(found)
    except ParameterError as error:
        says_it_plainly(error)
    else:
        assert paths


@given(texts | st.just("http://127.0.0.1:8786") | st.text(max_size=20).map("tcp://{}".format))
def test_addresses_of_schedulers(text):
    if ADDRESS.fullmatch(text):
        return  # It would be looked for.
    with pytest.raises((ParameterError, ClusterError)) as raised:
        asyncio.run(connect(text))
    says_it_plainly(raised.value)
    assert re.search("give its address", str(raised.value))
