"""Tiles or one raster, of which an algorithm reads either."""

from __future__ import annotations

from contextlib import contextmanager

from qgis.core import QgsProcessingParameterRasterLayer

from ..translation import tr
from .rasters import add_extent_parameter, extent_in, raster_source
from .tiles import SKIP_BROKEN, TILES, TilesParameter, add_skip_broken_parameter
from .values import is_given

INPUT = "INPUT"


def add_image_parameters(algorithm) -> None:
    """Add the parameters that say which further images to read: tiles or a raster, and how much of them."""
    algorithm.add(
        TilesParameter(TILES, optional=True),
        tr(
            "NEON reflectance files: tiles (DP3.30006.001 or .002) or flight lines (DP1.30006.001), or folders with "
            "them. Several make one raster."
        ),
    )
    algorithm.add(
        QgsProcessingParameterRasterLayer(name=INPUT, description=tr("Raster"), optional=True),
        tr("In place of tiles, a raster of the same kind as the one of the earlier run, such as cleaned reflectance."),
    )
    add_extent_parameter(algorithm, tr("Read only the pixels whose centre lies in this extent. Empty: all."))
    add_skip_broken_parameter(algorithm)


def image_paths(algorithm, parameters, context) -> list[str]:
    """Return the files of the tiles, or what GDAL opens for the raster."""
    from ...core.inputs.tileset import find_tiles

    source = raster_source(algorithm, parameters, INPUT, context)
    return [source] if source else find_tiles(algorithm.parameterAsFileList(parameters, TILES, context))


@contextmanager
def image_source(algorithm, parameters, context, paths, bands, progress):
    """Open the tiles or the raster of `image_paths`, to be read with the `WantedBands`."""
    from ...core.files.raster.image import RasterImage
    from ...core.inputs.sources import RasterSource, TileSource

    extent = extent_in(algorithm, parameters, context)
    if is_given(parameters.get(INPUT)):
        with RasterImage(paths[0]) as raster:
            yield RasterSource(raster, bands, extent)
    else:
        skip_broken = algorithm.parameterAsBool(parameters, SKIP_BROKEN, context)
        yield TileSource(paths, bands, extent, skip_broken, progress)
