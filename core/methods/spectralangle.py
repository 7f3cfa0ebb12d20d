# SPDX-License-Identifier: GPL-2.0-or-later
"""Spectral angles between pixels and given spectra, and the classes of the smallest ones (spectral angle mapper)."""

from __future__ import annotations

import numpy as np

from ..compute.blas import product
from ..compute.blockmap import map_blocks
from ..compute.imageset import ImageState
from ..compute.memory import PixelStore
from ..compute.scratch import Float64Scratch
from ..constants import NO_CLASS
from ..errors import ParameterError, TableError
from ..image.slices import aligned_slices
from ..inputs.openedraster import OpenedRaster
from ..inputs.tileset import TileSet
from ..progress import Progress
from ..spectra.classes import SpectralClasses
from ..wording import counted, tr
from .labelling import Labelled, LabelledOutput, LabelTarget, ValueRaster, first_equal, write_labelled

# So few that a block with all bands in float64 stays in the processor's cache.
BLOCK_PIXELS = 2048
# Cosines above this have lost digits of their angle. Pixels with one have angles below `_SMALL` found by the distance
# of the unit vectors.
_NEARLY_ONE = 1 - 1e-8
_SMALL = 1e-3
# Unit vectors that are nearer than this have the same direction but for rounding.
_SAME_DIRECTION = 1e-12


class SpectralAngles:
    """Gives pixels the class whose spectrum has the smallest angle to theirs, as a function of a `blockmap`.

    The angle of two spectra, arccos(x . y / (|x| |y|)), does not depend on how bright they are (Kruse et al. 1993,
    doi:10.1016/0034-4257(93)90013-N), so that shaded pixels get the class of lit ones. For the same reason it does not
    suit classes that differ in brightness only, such as asphalt and concrete, or dark pixels whose noise is as large as
    their signal.

    The function returns class number (0: unclassified) and angles in radians, shape (1 + angles, pixels); NaN for
    pixels whose spectrum is zero in all bands, which has no direction. Of classes at the same angle, the one with the
    lowest number counts.

    Parameters
    ----------
    classes : SpectralClasses
        At the bands of the image.
    limits : ndarray, shape (classes,), optional
        Largest angle of each class, in radians.
    every_angle : bool
        Whether to return the angle to each class instead of the smallest one.

    Raises
    ------
    TableError
        If a spectrum is zero in all bands.
    """

    def __init__(self, classes: SpectralClasses, limits: np.ndarray | None = None, every_angle: bool = False):
        lengths = np.linalg.norm(classes.centres, axis=1)
        if not lengths.all():
            raise TableError(
                tr("The spectrum {name} is zero in all bands, so that there is no angle to it; take it out.").format(
                    name=classes.called(int(np.argmin(lengths)))
                )
            )
        self._numbers = classes.numbers
        self._units = np.ascontiguousarray(classes.centres / lengths[:, np.newaxis])
        self.first_alike = _first_alike(self._units)
        self._has_alike = bool((self.first_alike != np.arange(len(classes))).any())
        self._limits = limits
        self._scratch = Float64Scratch(BLOCK_PIXELS)
        self._every_angle = every_angle
        self.angles = len(classes) if every_angle else 1

    def __call__(self, image: ImageState, chosen: slice | np.ndarray) -> np.ndarray:
        pixels = image.pixels
        values = pixels.values[chosen]
        results = np.empty((1 + self.angles, len(values)), np.float32)
        for part in aligned_slices(0, len(values), BLOCK_PIXELS):
            spectra = self._scratch.copy(values[part])
            if pixels.offset:
                spectra *= pixels.scale
                spectra += pixels.offset
            self._classify(spectra, results[:, part])
        return results

    def _classify(self, spectra: np.ndarray, results: np.ndarray) -> None:
        lengths = np.sqrt(np.einsum("ij,ij->i", spectra, spectra))
        is_zero = lengths == 0
        lengths[is_zero] = 1
        # Class by class, shape (classes, pixels): the product is faster so, and so is all that follows.
        cosines = product(self._units, spectra.T)
        cosines /= lengths
        # Faster than `np.clip`, which has to find out what it is given.
        np.maximum(np.minimum(cosines, 1, out=cosines), -1, out=cosines)
        if self._has_alike:
            cosines = cosines[self.first_alike]
        largest = cosines.max(axis=0)
        near = np.flatnonzero(largest > _NEARLY_ONE)
        units = spectra[near] / lengths[near, np.newaxis]
        if self._every_angle or self._limits is not None:
            angles = np.arccos(cosines)
            if len(near):
                angles[:, near] = self._exact(units, angles[:, near])
            nearest, smallest, is_within = self._smallest(angles)
        else:
            nearest, smallest, is_within = first_equal(cosines, largest), np.arccos(largest), True
            if len(near):
                angles = self._exact(units, np.arccos(cosines[:, near]))
                nearest[near], smallest[near] = angles.argmin(axis=0), angles.min(axis=0)
        results[0] = np.where(is_within, self._numbers[nearest], NO_CLASS)
        results[1:] = angles if self._every_angle else smallest
        if is_zero.any():
            results[:, is_zero] = np.nan

    def _smallest(self, angles: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        """Return the place of the class of each pixel, the angle to it, and whether that is within its limit.

        Where none is within its limit, the smallest of all angles is returned.
        """
        smallest = angles.min(axis=0)
        nearest = first_equal(angles, smallest)
        if self._limits is None:
            return nearest, smallest, np.ones(len(smallest), bool)
        allowed = np.where(angles <= self._limits[:, np.newaxis], angles, np.inf)
        smallest_allowed = allowed.min(axis=0)
        is_within = np.isfinite(smallest_allowed)
        nearest = np.where(is_within, first_equal(allowed, smallest_allowed), nearest)
        return nearest, np.where(is_within, smallest_allowed, smallest), is_within

    def _exact(self, units: np.ndarray, angles: np.ndarray) -> np.ndarray:
        """Return angles of pixels, of which small ones are found by the distance of the unit vectors."""
        for place in np.unique(self.first_alike):
            small = np.flatnonzero(angles[place] < _SMALL)
            distances = np.linalg.norm(units[small] - self._units[place], axis=1)
            angles[place, small] = 2 * np.arcsin(distances / 2)
        return angles[self.first_alike]


def _first_alike(units: np.ndarray) -> np.ndarray:
    """Return for each unit vector the first one of the same direction, which may be itself."""
    found = np.arange(len(units))
    for place in range(1, len(units)):
        same = np.flatnonzero(np.abs(units[:place] - units[place]).max(axis=1) <= _SAME_DIRECTION)
        if len(same):
            found[place] = same[0]
    return found


def read_limits(text: str, classes: SpectralClasses) -> np.ndarray | None:
    """Read the largest angles: one number, or as many as classes, separated by commas or semicolons; None: no limit.

    Between semicolons, a comma is a decimal sign.

    Returns
    -------
    ndarray, shape (classes,), or None
        In radians.

    Raises
    ------
    ParameterError
        If it is anything else, or an angle is not from 0 to pi.
    """
    parts = text.replace(",", ".").split(";") if ";" in text else text.split(",")
    items = [item for item in parts if item.strip()]
    if not items:
        return None
    try:
        limits = np.array([float(item) for item in items])
    except ValueError:
        limits = np.array([np.nan])
    if not ((limits >= 0) & (limits <= np.pi)).all():
        raise ParameterError(
            tr(
                'The largest angle is "{text}"; give an angle in radians, from 0 to 3.14, or one for each class.'
            ).format(text=text.strip())
        )
    if len(limits) not in (1, len(classes)):
        raise ParameterError(
            tr("There are {limits} largest angles for {classes} classes; give one, or one for each class.").format(
                limits=len(limits), classes=len(classes)
            )
        )
    return np.broadcast_to(limits, (len(classes),))


def write_spectral_angles(
    path,
    classes: SpectralClasses,
    source: TileSet | OpenedRaster,
    store: PixelStore,
    progress: Progress | None = None,
    limits: np.ndarray | None = None,
    angles_path="",
    every_angle: bool = False,
) -> Labelled:
    """Write the classes of the smallest spectral angles, and a raster of angles (Float32, radians, no data -9999).

    Parameters
    ----------
    path : str or path
        Of the class raster.
    classes : SpectralClasses
        At the bands of `source`.
    source : TileSet or OpenedRaster
        Where images overlap, a pixel is taken from the first one that has it.
    store : PixelStore
    progress : Progress, optional
    limits : ndarray, shape (classes,), optional
        Largest angle of each class, in radians; pixels within none are unclassified.
    angles_path : str or path, optional
        Of the raster of angles.
    every_angle : bool
        Whether that raster has a band for each class instead of one for the smallest angle.

    Raises
    ------
    ParameterError
        If no pixel is valid.
    TableError
        If a spectrum is zero in all bands.
    OutputError
        If a raster cannot be written; nothing is left of it.
    """
    progress = progress or Progress()
    function = SpectralAngles(classes, limits, every_angle and bool(angles_path))
    for place, first in enumerate(function.first_alike):
        if place != first:
            progress.warn(
                tr("The spectra {one} and {other} have the same shape; all pixels go to the former.").format(
                    one=classes.called(first), other=classes.called(place)
                )
            )
    raster = None
    if angles_path:
        raster = ValueRaster(angles_path, _band_names(classes, function.angles > 1 or every_angle))
    blocks = source.blocks(store, progress.part(0, 0.95))
    output = LabelledOutput(path, classes, function.angles, with_unclassified=limits is not None, value_raster=raster)

    def label(target: LabelTarget) -> int:
        return map_blocks(blocks, function, target)

    return write_labelled(output, source.grid, source.name, label, store, progress.part(0.95, 1))


def _band_names(classes: SpectralClasses, of_each: bool) -> list[str]:
    if not of_each:
        return [tr("Smallest spectral angle (radians)")]
    return [
        tr("Spectral angle to {name} (radians)").format(name=classes.called(place)) for place in range(len(classes))
    ]


def in_words(found: Labelled) -> str:
    """Say how many pixels are unclassified; empty where none can be."""
    if found.unclassified is None:
        return ""
    return counted(
        found.unclassified,
        "{count} of {all:,} pixels is unclassified: no spectrum is within the largest angle.",
        "{count} of {all:,} pixels are unclassified: no spectrum is within the largest angle.",
        all=found.unclassified + int(found.classes.counts.sum()),
    )
