# SPDX-License-Identifier: GPL-2.0-or-later
"""Downloaded tiles on the map, in true colour."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from pathlib import Path

from qgis.core import QgsProcessingContext

from ...core.constants import HIGH_PERCENTILE, LOW_PERCENTILE, TILE_ENDINGS, TRUE_COLOUR
from ...core.errors import TileError
from ...core.progress import Progress
from ..layerstyle import StyleBesideFile
from ..parameters.rasters import picture_layer_name
from ..parameters.run import temporary_folder
from ..translation import tr

_RASTER_ENDINGS = (".tif",)


def show_tiles(paths: Sequence[Path], context: QgsProcessingContext, progress: Progress) -> None:
    """Have tiles added to the map when the run is over: reflectance as a picture, rasters as they are."""
    from ...core.compute.memory import PixelStore
    from ...core.inputs.imageinput import ImageInput
    from ...core.methods.composite import ColourBands, write_composite

    if context.project() is None:
        progress.info(tr("There is no map here to show the tiles on."))
        return
    wavelengths = TRUE_COLOUR.wavelengths
    progress.begin(tr("Drawing the tiles"))
    folder = Path(tempfile.mkdtemp(dir=temporary_folder(context)))
    for number, path in enumerate(paths):
        part = progress.part(number / len(paths), (number + 1) / len(paths))
        if path.suffix.lower() in _RASTER_ENDINGS:
            _add(context, path, path.stem)
        elif path.suffix.lower() in TILE_ENDINGS:
            picture = folder / f"{number}.tif"
            try:
                with ImageInput(tiles=(str(path),)).open(ColourBands(wavelengths), progress) as tile:
                    store = PixelStore(str(folder))
                    write_composite(str(picture), tile, wavelengths, LOW_PERCENTILE, HIGH_PERCENTILE, store, part)
            except TileError as error:
                progress.warn(str(error))
                continue
            _add(context, picture, picture_layer_name(tr(TRUE_COLOUR.title), tile.name))


def _add(context: QgsProcessingContext, path: Path, name: str) -> None:
    details = QgsProcessingContext.LayerDetails(name, context.project(), name)
    StyleBesideFile.load_for(str(path), details)
    context.addLayerToLoadOnCompletion(str(path), details)
