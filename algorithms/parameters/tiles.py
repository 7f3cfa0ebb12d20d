# SPDX-License-Identifier: GPL-2.0-or-later
"""NEON tiles that are read."""

from __future__ import annotations

from contextlib import contextmanager

from qgis.core import (
    QgsProcessing,
    QgsProcessingOutputString,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterFile,
    QgsProcessingParameterMultipleLayers,
)

from ..translation import tr

TILES = "TILES"
SKIP_BROKEN = "SKIP_BROKEN"
SKIPPED = "SKIPPED"
CLEAR_SKY_ONLY = "CLEAR_SKY_ONLY"


def tile_filter() -> str:
    """Return the kinds of files that a dialog offers for a tile."""
    return tr("NEON AOP HDF5 (*.h5 *.hdf5);;All files (*)")


class TilesParameter(QgsProcessingParameterMultipleLayers):
    """Several tiles, or folders of tiles.

    QGIS takes the files of such a parameter for layers: since 3.24 it opens each with every provider to write a run
    into its history, which takes seconds for a tile. This class gives it the paths as they are.
    """

    def __init__(self, name: str, optional: bool = False):
        super().__init__(
            name=name,
            description=tr("Reflectance tiles"),
            layerType=QgsProcessing.SourceType.TypeFile,
            optional=optional,
        )

    def createFileFilter(self):
        return tile_filter()

    def valueAsJsonObject(self, value, context):
        paths = paths_in(value)
        return super().valueAsJsonObject(value, context) if paths is None else paths

    def valueAsStringList(self, value, context):
        paths = paths_in(value)
        return super().valueAsStringList(value, context) if paths is None else (paths, True)


def paths_in(value) -> list[str] | None:
    """Return the paths in the value of a `TilesParameter`, one or several; None when it holds something else."""
    paths = [value] if isinstance(value, str) else value
    if not isinstance(paths, list) or not all(isinstance(path, str) for path in paths):
        return None
    return paths


def add_tile_input(algorithm, name: str) -> None:
    """Add the tile that is read."""
    algorithm.add(
        QgsProcessingParameterFile(
            name=name,
            description=tr("Reflectance tile"),
            behavior=QgsProcessingParameterFile.Behavior.File,
            fileFilter=tile_filter(),
        ),
        tr("A NEON reflectance file: a tile (DP3.30006.001 or .002) or a flight line (DP1.30006.001)."),
    )


@contextmanager
def opened_tile(path: str, progress):
    """Open a tile, and warn of what it does not say."""
    from ...core.files.neon.tile import NeonTile

    with NeonTile(path) as tile:
        for note in tile.info.notes:
            progress.warn(note)
        yield tile


def add_clear_sky_parameter(algorithm, advanced: bool = True) -> None:
    """Add the choice to leave out what was recorded under clouds."""
    algorithm.add(
        QgsProcessingParameterBoolean(
            name=CLEAR_SKY_ONLY,
            description=tr("Only pixels under a clear sky (weather quality 1)"),
            defaultValue=False,
        ),
        tr("Leave out pixels recorded when clouds covered more than 10 % of the sky, or when that is not known."),
        advanced,
    )


def add_skip_broken_parameter(algorithm) -> None:
    """Add the choice to go on without broken tiles."""
    algorithm.add(
        QgsProcessingParameterBoolean(name=SKIP_BROKEN, description=tr("Leave out broken tiles"), defaultValue=False),
        tr("Go on without files that cannot be read, and list them at the end, instead of stopping."),
        advanced=True,
    )


def add_skipped_output(algorithm) -> None:
    """Add the output that lists broken tiles."""
    algorithm.addOutput(QgsProcessingOutputString(SKIPPED, tr("Tiles left out")))


def skipped_tiles(source, progress) -> str:
    """Warn of the tiles that were left out, and return one line for each."""
    for sentence in source.skipped:
        progress.warn(tr("Left out: {}").format(sentence))
    return "\n".join(source.skipped)
