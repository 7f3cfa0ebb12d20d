# SPDX-License-Identifier: GPL-2.0-or-later
"""What an algorithm reads: tiles or one raster, with extent and mask."""

from __future__ import annotations

from collections.abc import Callable

from ..translation import tr
from .bands import add_band_parameters
from .rasters import MASK, NODATA, add_extent_parameter, add_mask_parameter, add_raster_parameter, extent_in
from .run import add_memory_parameter, add_scheduler_parameter
from .tiles import (
    CLEAR_SKY_ONLY,
    SKIP_BROKEN,
    TILES,
    TilesParameter,
    add_clear_sky_parameter,
    add_skip_broken_parameter,
)
from .values import called, is_given

INPUT = "INPUT"


def add_image_parameters(algorithm, raster_help: str) -> None:
    """Add the parameters that say which images to read: tiles or a raster, and how much of them."""
    add_tiles_or_raster(algorithm, raster_help, tr("Several make one raster."))
    add_extent_parameter(algorithm, tr("Read only the pixels whose centre lies in this extent. Empty: all."))
    add_skip_broken_parameter(algorithm)


def add_learnt_image_parameters(algorithm, raster_help: str, add_settings: Callable[[], None]) -> None:
    """Add the parameters of images from all of whose pixels an algorithm learns, and how they are read.

    `add_settings` adds the algorithm's own parameters, behind those that say which images to read.
    """
    add_tiles_or_raster(algorithm, raster_help, tr("Several make one raster."))
    add_settings()
    add_extent_of_tiles(algorithm)
    add_mask_parameter(algorithm)
    add_band_parameters(algorithm)
    add_clear_sky_parameter(algorithm)
    add_skip_broken_parameter(algorithm)
    add_memory_parameter(algorithm)
    add_scheduler_parameter(algorithm)


def add_tiles_or_raster(algorithm, raster_help: str, several_help: str = "") -> None:
    """Add tiles and a raster, of which one is given; `several_help` says what several tiles are for."""
    files = tr(
        "NEON reflectance files: tiles (DP3.30006.001 or .002) or flight lines (DP1.30006.001), or folders in or "
        "below which they are."
    )
    overlap = tr("Where tiles overlap, the one listed first counts.")
    algorithm.add(TilesParameter(TILES, optional=True), f"{files} {several_help or overlap}")
    add_raster_parameter(algorithm, INPUT, raster_help, optional=True)


def add_extent_of_tiles(algorithm, advanced: bool = False) -> None:
    """Add the extent to which the reading of tiles is limited."""
    help = tr("Read only the pixels whose centre lies in this extent. Empty: the whole tile.")
    add_extent_parameter(algorithm, help, advanced)


def image_input(algorithm, parameters, context, progress, tile: str = ""):
    """Return the `ImageInput` of the parameters; `tile` is a single tile that is read."""
    from ...core.inputs.imageinput import ImageInput

    def is_on(name: str) -> bool:
        return name in parameters and algorithm.parameterAsBool(parameters, name, context)

    raster = algorithm.layers.get(INPUT)
    if raster is None and is_given(parameters.get(NODATA)):
        progress.warn(
            tr("{parameter} is not used: it is for a raster, and tiles say what their no data is.").format(
                parameter=called(algorithm.parameterDefinition(NODATA))
            )
        )
    several = algorithm.parameterAsFileList(parameters, TILES, context) if is_given(parameters.get(TILES)) else []
    return ImageInput(
        tiles=(tile,) if tile else tuple(filter(None, several)),
        folders=not tile,
        raster=raster,
        extent_in=extent_in(algorithm, parameters, context),
        mask=algorithm.layers.get(MASK),
        clear_sky_only=is_on(CLEAR_SKY_ONLY),
        skip_broken=is_on(SKIP_BROKEN) if algorithm.parameterDefinition(SKIP_BROKEN) else None,
    )
