"""Tiles with something wrong in them: types, shapes, groups, attributes or texts that they should not have.

Everything is made by script from a small modelled tile, and the same at every run.
"""

from __future__ import annotations

import functools
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import h5py
import numpy as np

from neon_aop.core.files.neon.demotile import BANDS, write_demo_tile
from neon_aop.tests.tiles import map_info, write_tile_before_2017

# Of a result: that of the file without damage; none, but a sentence; one of the two.
RIGHT, REFUSED, EITHER = "right", "refused", "right or refused"

SIZE = 70
SITE = "/SERC"
REFLECTANCE = f"{SITE}/Reflectance"
DATA = f"{REFLECTANCE}/Reflectance_Data"
METADATA = f"{REFLECTANCE}/Metadata"
SPECTRAL = f"{METADATA}/Spectral_Data"
COORDINATES = f"{METADATA}/Coordinate_System"
ANCILLARY = f"{METADATA}/Ancillary_Imagery"

HTML = '<script>alert("x")</script><b>\n\r\t& "quoted" \'too\'\n' + "\u202e\x1b[31m"
ANY_NUMBER = 2**62


@dataclass(frozen=True)
class Case:
    """A file of the corpus.

    Attributes
    ----------
    name : str
    storage : str
        The undamaged file that results are compared with, see `STORAGES`.
    make : callable
        Damages a copy of that file.
    expected : str
        `RIGHT`, `REFUSED` or `EITHER`.
    most_changed : int
        How many values of pixels may differ because stored ones do.
    """

    name: str
    storage: str
    make: Callable[[Path], None]
    expected: str = EITHER
    most_changed: int = 0


# Undamaged files ----------------------------------------------------------------------------------------------------


def _stored(layout: str, **storage) -> Callable[[Path], None]:
    """Return a function that writes a modelled tile, with its reflectance stored in another way if one is given."""

    def write(path: Path) -> None:
        write_demo_tile(str(path), SIZE, layout)
        if storage:
            with h5py.File(path, "r+") as file:
                _replace(file, DATA, file[DATA][()], track_times=False, **storage)

    return write


STORAGES: dict[str, Callable[[Path], None]] = {
    "bands": _stored("bands"),
    "blocks": _stored("blocks"),
    "plain bands": _stored("bands", chunks=(SIZE, SIZE, 1)),
    "plain blocks": _stored("blocks", chunks=(32, 63, 27)),
    "contiguous": _stored("bands", chunks=None),
}


# Damaged and unusual files ------------------------------------------------------------------------------------------


def _edit(change: Callable[[h5py.File], None]) -> Callable[[Path], None]:
    def make(path: Path) -> None:
        with h5py.File(path, "r+") as file:
            change(file)

    return make


def _replace(file: h5py.File, name: str, value=None, **options) -> None:
    """Put another dataset in the place of one, with the same attributes."""
    attributes = dict(file[name].attrs)
    del file[name]
    dataset = file.create_dataset(name, data=value, **options)
    dataset.attrs.update(attributes)


def _replaced(name: str, value=None, **options) -> Callable[[Path], None]:
    return _edit(lambda file: _replace(file, name, value, **options))


def _cube(change: Callable[[np.ndarray], np.ndarray], **options) -> Callable[[Path], None]:
    return _edit(lambda file: _replace(file, DATA, change(file[DATA][()]), **options))


def _set(owner: str, name: str, value) -> Callable[[Path], None]:
    def change(file: h5py.File) -> None:
        file[owner].attrs[name] = value

    return _edit(change)


def _deleted(name: str) -> Callable[[Path], None]:
    def change(file: h5py.File) -> None:
        del file[name]

    return _edit(change)


def _wavelengths(change: Callable[[np.ndarray], np.ndarray]) -> Callable[[Path], None]:
    name = f"{SPECTRAL}/Wavelength"
    return _edit(lambda file: _replace(file, name, change(file[name][()])))


def _text(name: str, value) -> Callable[[Path], None]:
    return _replaced(f"{COORDINATES}/{name}", value)


def _with(array: np.ndarray, index, value) -> np.ndarray:
    array = array.copy()
    array[index] = value
    return array


def damaged_types() -> dict[str, tuple[Callable[[Path], None], str]]:
    """Return cubes and wavelengths of types and shapes that they should not have."""
    name = f"{SPECTRAL}/Wavelength"
    compound = np.dtype([("a", "i2"), ("b", "f4")])
    return {
        "cube of float64": (_cube(lambda cube: cube.astype("f8")), RIGHT),
        "cube of float16": (_cube(lambda cube: cube.astype("f2")), EITHER),
        "cube of big-endian int16": (_cube(lambda cube: cube.astype(">i2")), RIGHT),
        "cube of int64": (_cube(lambda cube: cube.astype("i8")), RIGHT),
        # GDAL reads these as int16.
        "cube of int8": (_cube(lambda cube: cube.astype("i1")), EITHER),
        "cube of uint16": (_cube(lambda cube: cube.astype("u2")), REFUSED),
        "cube of uint64": (_cube(lambda cube: cube.astype("u8")), REFUSED),
        "cube of long double": (_cube(lambda cube: cube.astype("longdouble")), EITHER),
        "cube of complex numbers": (_cube(lambda cube: cube.astype("c8")), REFUSED),
        "cube of bool": (_cube(lambda cube: cube > 0), REFUSED),
        "cube of text": (_cube(lambda cube: np.full(cube.shape, b"1")), REFUSED),
        "cube of compounds": (_cube(lambda cube: np.zeros(cube.shape, compound), chunks=(70, 70, 1)), REFUSED),
        "cube of lists": (_replaced(DATA, None, shape=(2, 2, 2), dtype=h5py.vlen_dtype("i2")), REFUSED),
        "cube of references": (_replaced(DATA, None, shape=(2, 2, 2), dtype=h5py.ref_dtype), REFUSED),
        "cube of choices": (
            _replaced(DATA, None, shape=(2, 2, BANDS), dtype=h5py.enum_dtype({"a": 1, "b": 2}, basetype="i2")),
            REFUSED,
        ),
        "cube with NaN": (_cube(lambda cube: np.where(cube == -9999, np.nan, cube).astype("f4")), RIGHT),
        "cube with one axis": (_cube(lambda cube: cube.reshape(-1)), REFUSED),
        "cube with two axes": (_cube(lambda cube: cube[:, :, 0]), REFUSED),
        "cube with four axes": (_cube(lambda cube: cube[..., np.newaxis]), REFUSED),
        "cube that is one number": (_replaced(DATA, 5), REFUSED),
        "cube without shape": (_replaced(DATA, h5py.Empty("i2")), REFUSED),
        "cube without rows": (_cube(lambda cube: cube[:0]), REFUSED),
        "cube with bands first": (_cube(lambda cube: np.ascontiguousarray(cube.transpose(2, 0, 1))), REFUSED),
        "cube with a row less": (_cube(lambda cube: cube[:-1]), REFUSED),
        "cube with a band less": (_cube(lambda cube: cube[:, :, :-1]), REFUSED),
        "cube that is a group": (_edit(lambda file: (file.pop(DATA), file.create_group(DATA))), REFUSED),
        "wavelengths as text": (_replaced(name, np.full(BANDS, b"500")), EITHER),
        "wavelengths as words": (_replaced(name, np.full(BANDS, b"five")), REFUSED),
        "wavelengths as compounds": (_replaced(name, np.zeros(BANDS, compound)), REFUSED),
        "wavelengths in a column": (_wavelengths(lambda values: values[:, np.newaxis]), RIGHT),
        "wavelengths in a row": (_wavelengths(lambda values: values[np.newaxis]), RIGHT),
        "wavelengths as float32": (_wavelengths(lambda values: values.astype("f4")), EITHER),
        "wavelengths as integers": (_wavelengths(lambda values: values.astype("i4")), EITHER),
        "one wavelength": (_replaced(name, 500.0), REFUSED),
        "wavelengths without shape": (_replaced(name, h5py.Empty("f8")), REFUSED),
        "no wavelengths": (_replaced(name, np.zeros(0)), REFUSED),
        "complex wavelengths": (_wavelengths(lambda values: values.astype("c16")), REFUSED),
        "FWHM of another length": (_replaced(f"{SPECTRAL}/FWHM", np.full(421, 5.8)), RIGHT),
        "FWHM of NaN": (_replaced(f"{SPECTRAL}/FWHM", np.full(BANDS, np.nan)), RIGHT),
        "FWHM of text": (_replaced(f"{SPECTRAL}/FWHM", np.full(BANDS, b"wide")), EITHER),
        "FWHM that is negative": (_replaced(f"{SPECTRAL}/FWHM", np.full(BANDS, -1.0)), EITHER),
        "weather quality of four axes": (
            _replaced(f"{ANCILLARY}/Weather_Quality_Indicator", np.zeros((SIZE, SIZE, 2, 2), "i4")),
            EITHER,
        ),
        "weather quality of text": (
            _replaced(f"{ANCILLARY}/Weather_Quality_Indicator", np.full((SIZE, SIZE), b"1")),
            EITHER,
        ),
        "dates of NaN": (_replaced(f"{ANCILLARY}/Acquisition_Date", np.full((SIZE, SIZE), np.nan)), EITHER),
        "dates beyond all": (_replaced(f"{ANCILLARY}/Acquisition_Date", np.full((SIZE, SIZE), 2**62)), EITHER),
    }


def damaged_wavelengths() -> dict[str, tuple[Callable[[Path], None], str]]:
    return {
        "wavelengths of NaN": (_wavelengths(lambda values: np.full(BANDS, np.nan)), REFUSED),
        "one wavelength of NaN": (_wavelengths(lambda values: _with(values, 100, np.nan)), REFUSED),
        "infinite wavelength": (_wavelengths(lambda values: _with(values, -1, np.inf)), REFUSED),
        "unsorted wavelengths": (_wavelengths(lambda values: np.random.default_rng(1).permutation(values)), REFUSED),
        "descending wavelengths": (_wavelengths(lambda values: values[::-1]), REFUSED),
        "repeated wavelength": (_wavelengths(lambda values: _with(values, 7, values[6])), REFUSED),
        "negative wavelengths": (_wavelengths(lambda values: values - 1000), REFUSED),
        "wavelengths of zero": (_wavelengths(lambda values: values * 0), REFUSED),
        "wavelengths in metres": (_wavelengths(lambda values: values * 1e-9), REFUSED),
        "huge wavelengths": (_wavelengths(lambda values: values * 1e300), REFUSED),
        "wavelengths in micrometres": (_wavelengths(lambda values: values / 1000), EITHER),
    }


def damaged_groups(base: Path) -> dict[str, tuple[Callable[[Path], None], str]]:
    """Return tiles that lack a group or dataset, or have some that they should not have."""
    names = []
    with h5py.File(base, "r") as file:
        file.visit(lambda name: names.append(f"/{name}"))
    needed = (SITE, REFLECTANCE, DATA, METADATA, SPECTRAL, f"{SPECTRAL}/Wavelength")
    cases = {}
    for name in names:
        # Position and coordinates can be told from other things, and each algorithm needs other layers.
        expected = REFUSED if name in needed else EITHER
        cases[f"without {name}"] = (_deleted(name), expected)
    everything = range(2000)

    def deep(file):
        group = file[SITE]
        for _ in range(300):
            group = group.create_group("deeper")

    def many(file):
        for number in everything:
            file.create_group(f"/group {number}")
            file[ANCILLARY].create_dataset(f"layer {number}", data=number)

    def loops(file):
        file[f"{REFLECTANCE}/itself"] = file[REFLECTANCE]
        file[f"{METADATA}/soft"] = h5py.SoftLink(f"{METADATA}/soft")
        file[f"{ANCILLARY}/nowhere"] = h5py.SoftLink("/nowhere/at/all")
        file[f"{ANCILLARY}/Slope again"] = file[f"{ANCILLARY}/Slope"]

    def elsewhere(file):
        file[f"{ANCILLARY}/elsewhere"] = h5py.ExternalLink("/no/such/file.h5", "/data")

    def twice(file):
        file.copy(SITE, "/ABCD")

    def named(file):
        group = file.create_group("/" + HTML.replace("/", "|"))
        group.attrs[HTML] = HTML
        file[ANCILLARY].create_dataset(HTML.replace("/", "|"), data=np.zeros((SIZE, SIZE), "i4"))
        file[f"{METADATA}/Logs"].create_group(HTML.replace("/", "|"))

    def broken_names(file):
        file.create_group(b"\xff\xfe")
        file[ANCILLARY].create_dataset(b"\xff", data=np.zeros((SIZE, SIZE), "i4"))
        file[f"{METADATA}/Logs"].create_group(b"\xfe")

    def with_types(file):
        file["/type"] = np.dtype("i4")
        file[SITE].create_dataset("with type", shape=(3,), dtype=file["/type"])

    return {
        **cases,
        "deep groups": (_edit(deep), RIGHT),
        "thousands of groups and layers": (_edit(many), EITHER),
        "links in circles": (_edit(loops), EITHER),
        "link to another file": (_edit(elsewhere), EITHER),
        "two sites": (_edit(twice), EITHER),
        "site of another name": (_edit(lambda file: file.move(SITE, "/<b>\n&")), EITHER),
        "names of HTML": (_edit(named), EITHER),
        "names of broken text": (_edit(broken_names), EITHER),
        "named types": (_edit(with_types), EITHER),
        "empty file": (_edit(lambda file: [file.pop(name) for name in list(file)]), REFUSED),
        "radiance": (_edit(lambda file: file.move(REFLECTANCE, f"{SITE}/Radiance")), REFUSED),
    }


def damaged_attributes(base: Path) -> dict[str, tuple[Callable[[Path], None], str]]:
    """Return tiles that have something else for each attribute."""
    values = {
        "text": "none",
        "HTML": HTML,
        "long text": "x" * 60_000,
        "empty text": "",
        "broken text": np.bytes_(b"\xff\xfe\0\xff"),
        "NaN": np.nan,
        "infinity": np.inf,
        "zero": 0,
        "negative": -1.5,
        "huge": 1e308,
        "tiny": 1e-300,
        "two numbers": np.array([10000.0, 5000.0]),
        "many numbers": np.arange(7000.0),
        "no numbers": np.zeros(0),
        "nothing": h5py.Empty("f8"),
        "a square": np.ones((2, 2)),
        "bool": True,
        "complex": 1 + 2j,
        "compound": np.zeros(2, [("a", "i4"), ("b", "S3")]),
        "texts": np.array(["a", HTML], dtype=h5py.string_dtype()),
    }
    owners = {
        DATA: ["Data_Ignore_Value", "Scale_Factor", "Spatial_Extent_meters", "Dimension_Labels"],
        REFLECTANCE: ["Band_Window_1_Nanometers"],
        f"{SPECTRAL}/Wavelength": ["Units"],
        f"{ANCILLARY}/Weather_Quality_Indicator": ["Data_Ignore_Value", "Description"],
    }
    cases = {}
    for owner, names in owners.items():
        for name in names:
            for kind, value in values.items():
                cases[f"{owner.rpartition('/')[2]}: {name} is {kind}"] = (_set(owner, name, value), EITHER)

    def of_reference(file):
        file[DATA].attrs["Scale_Factor"] = file[SITE].ref

    return {**cases, "Scale_Factor is a reference": (_edit(of_reference), EITHER)}


def damaged_positions() -> dict[str, tuple[Callable[[Path], None], str]]:
    """Return garbage for Map_Info, EPSG code and the other texts of the coordinate system."""
    left, top = 368000, 4307000
    cases = {
        "rotated": (_text("Map_Info", map_info(end=", units=Meters, rotation=30")), REFUSED),
        "rotated by a number": (_text("Map_Info", map_info(end=", units=Meters, 12.5")), REFUSED),
        "elsewhere": (_text("Map_Info", map_info(left + 5000, top)), REFUSED),
        "with pixels of 2 m": (_text("Map_Info", map_info(left, top, size=2.0)), REFUSED),
        "with pixels of 0 m": (_text("Map_Info", map_info(left, top, size=0.0)), REFUSED),
        "with negative pixels": (_text("Map_Info", map_info(left, top, size=-1.0)), REFUSED),
    }
    for kind, value in {
        "garbage": "garbage",
        "empty": "",
        "HTML": HTML,
        "cut off": "UTM, 1.000, 1.000, 3680",
        "of NaN": "UTM, 1, 1, nan, nan, 1, 1, 18, North, WGS-84, units=Meters, 0",
        "of infinity": "UTM, 1, 1, inf, 4307000, 1, 1, 18, North, WGS-84, units=Meters, 0",
        "with huge numbers": "UTM, 1, 1, 1e400, 4307000, 1, 1, 18, North, WGS-84, units=Meters, 0",
        "with words": "UTM, one, one, left, top, wide, high, 18, North, WGS-84, units=Meters, 0",
        "with commas": "," * 5000,
        "of a million letters": "x" * 1_000_000,
        "a number": 7.5,
        "two texts": np.array([b"a", b"b"], dtype=h5py.string_dtype()),
        "numbers": np.arange(5.0),
        "broken text": np.bytes_(b"\xff\xfe" * 20),
        "nothing": h5py.Empty(h5py.string_dtype()),
    }.items():
        # Without Map_Info, the position is taken from the extent.
        cases[kind] = (_text("Map_Info", value), EITHER)
    cases = {f"Map_Info {kind}": case for kind, case in cases.items()}
    for kind, value in {
        "garbage": "garbage",
        "empty": "",
        "HTML": HTML,
        "negative": "-32618",
        "zero": "0",
        "unknown": "999999",
        "huge": "9" * 400,
        "no integer": "32618.5",
        "of NaN": "nan",
        "as number": 32618,
        "as huge number": 2**62,
        "as real number": 32618.0,
        "as NaN": np.nan,
        "as array": np.array([32618, 32619]),
        "of a place on another planet": "104903",
        "geographic": "4326",
        "vertical": "5703",
        "broken text": np.bytes_(b"\xff\xfe"),
    }.items():
        cases[f"EPSG code {kind}"] = (_text("EPSG Code", value), EITHER)
    for name in ("Proj4", "Coordinate_System_String"):
        for kind, value in {"garbage": "garbage", "HTML": HTML, "number": 5, "long": "x" * 100_000}.items():
            cases[f"{name} of {kind}"] = (_text(name, value), RIGHT)

            def only_this(file, name=name, value=value):
                for other in list(file[COORDINATES]):
                    if other != "Map_Info":
                        del file[f"{COORDINATES}/{other}"]
                file[f"{COORDINATES}/{name}"] = value

            cases[f"only {name} of {kind}"] = (_edit(only_this), EITHER)
    return cases


def absurd_sizes() -> dict[str, tuple[Callable[[Path], None], str]]:
    """Return headers that claim more than a file can hold."""
    text = "S2000000000"
    return {
        "cube of 10^9 x 10^9": (_replaced(DATA, shape=(10**9, 10**9, 1), dtype="i2", chunks=(1000, 1000, 1)), REFUSED),
        "cube of 10^9 x 10^9 bands": (
            _replaced(DATA, shape=(70, 10**9, 10**9), dtype="i2", chunks=(70, 1000, 1), compression="gzip"),
            REFUSED,
        ),
        "cube of 10^5 x 10^5": (
            _replaced(DATA, shape=(10**5, 10**5, BANDS), dtype="i2", chunks=(1000, 1000, 1), compression="gzip"),
            REFUSED,
        ),
        "cube with huge chunks": (
            _replaced(DATA, shape=(30000, 30000, BANDS), dtype="i2", chunks=(30000, 30000, 1), compression="gzip"),
            REFUSED,
        ),
        "cube with tiny chunks": (
            _replaced(DATA, shape=(SIZE, SIZE, BANDS), dtype="i2", chunks=(1, 1, 1), compression="gzip"),
            EITHER,
        ),
        "10^10 wavelengths": (_replaced(f"{SPECTRAL}/Wavelength", shape=(10**10,), dtype="f8", chunks=(99,)), REFUSED),
        "10^10 widths": (_replaced(f"{SPECTRAL}/FWHM", shape=(10**10,), dtype="f8", chunks=(99,)), REFUSED),
        "layer of 10^9 x 10^9": (
            _replaced(f"{ANCILLARY}/Weather_Quality_Indicator", shape=(10**9, 10**9), dtype="i4", chunks=(99, 99)),
            EITHER,
        ),
        "Map_Info of 2 GB": (_replaced(f"{COORDINATES}/Map_Info", shape=(1,), dtype=text, chunks=(1,)), REFUSED),
        "EPSG code of 2 GB": (_replaced(f"{COORDINATES}/EPSG Code", shape=(1,), dtype=text, chunks=(1,)), REFUSED),
        "wavelengths of 2 GB": (
            _replaced(f"{SPECTRAL}/Wavelength", shape=(BANDS,), dtype=text, chunks=(1,)),
            REFUSED,
        ),
        "10^9 texts": (
            _replaced(f"{COORDINATES}/Map_Info", shape=(10**9,), dtype=h5py.string_dtype(), chunks=(99,)),
            REFUSED,
        ),
    }


def other_storages() -> dict[str, tuple[Callable[[Path], None], str]]:
    """Return files that are stored in unusual ways, with which nothing is wrong."""

    def rewritten(path: Path, **options) -> None:
        whole = path.with_suffix(".new")
        with h5py.File(path, "r") as source, h5py.File(whole, "w", **options) as target:
            source.copy(SITE, target["/"])
            for owner in (DATA, REFLECTANCE):
                target[owner].attrs["more"] = 1
        shutil.move(whole, path)

    def before_2017(path: Path) -> None:
        with h5py.File(path, "r") as file:
            values = file[DATA][()]
        write_tile_before_2017(path, values, chunks=(1, SIZE, SIZE))

    def extended(path: Path) -> None:
        with h5py.File(path, "r+") as file:
            values = file[DATA][()]
            attributes = dict(file[DATA].attrs)
            del file[DATA]
            data = file.create_dataset(
                DATA, (10, SIZE, BANDS), "i2", maxshape=(None, None, None), chunks=(10, 20, 30), compression="gzip"
            )
            data.attrs.update(attributes)
            data.resize(values.shape)
            data[...] = values

    def virtual(file: h5py.File) -> None:
        file[f"{ANCILLARY}/source"] = np.zeros((SIZE, SIZE), "i4")
        layout = h5py.VirtualLayout((SIZE, SIZE), "i4")
        layout[:] = h5py.VirtualSource(file[f"{ANCILLARY}/source"])
        file.create_virtual_dataset(f"{ANCILLARY}/virtual", layout)

    def masked(file: h5py.File) -> None:
        file[f"{ANCILLARY}/Mask"] = np.zeros((SIZE, SIZE), bool)

    def deleted_from(path: Path) -> None:
        with h5py.File(path, "r+") as file:
            for number in range(100):
                file[SITE].create_dataset(f"{number}", data=np.zeros(number), chunks=(number,) if number else None)
                file[SITE].attrs[f"{number}"] = f"{number}" * 100
            for number in range(0, 100, 3):
                del file[SITE][f"{number}"], file[SITE].attrs[f"{number}"]

    filters = {
        "shuffled": {"compression": "gzip", "shuffle": True},
        "with checksums": {"compression": "gzip", "fletcher32": True},
        "with checksums only": {"fletcher32": True},
        "shuffled only": {"shuffle": True},
        "without chunks": {},
    }
    return {
        **{
            f"cube {kind}": (_cube(lambda cube: cube, **({"chunks": (70, 35, 9)} if options else {}), **options), RIGHT)
            for kind, options in filters.items()
        },
        # Only h5py has this filter.
        "cube in LZF": (_cube(lambda cube: cube, chunks=(70, 35, 9), compression="lzf"), EITHER),
        "latest format": (functools.partial(rewritten, libver="latest"), RIGHT),
        # It has no layers.
        "format before 2017": (before_2017, EITHER),
        "format of HDF5 1.8": (functools.partial(rewritten, libver=("v108", "v108")), RIGHT),
        "groups in order of creation": (functools.partial(rewritten, track_order=True), RIGHT),
        "user block": (functools.partial(rewritten, userblock_size=1024), RIGHT),
        "pages": (functools.partial(rewritten, fs_strategy="page", fs_page_size=4096), RIGHT),
        "extended cube": (extended, RIGHT),
        "virtual layer": (_edit(virtual), RIGHT),
        "layer of truth values": (_edit(masked), RIGHT),
        "gaps of what was deleted": (deleted_from, RIGHT),
        "bytes after the end": (lambda path: path.write_bytes(path.read_bytes() + b"x" * 1000), RIGHT),
    }


def variations(base: Path, storage: str = "bands") -> Iterator[Case]:
    """All that is no truncation and no flip, made from the file `base` of a storage."""
    tables = (
        damaged_types(),
        damaged_wavelengths(),
        damaged_groups(base),
        damaged_attributes(base),
        damaged_positions(),
        absurd_sizes(),
        other_storages(),
    )
    for table in tables:
        for name, (make, expected) in table.items():
            yield Case(f"tile: {name}", storage, make, expected, most_changed=ANY_NUMBER if expected == EITHER else 0)
