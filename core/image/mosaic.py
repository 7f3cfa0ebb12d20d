# SPDX-License-Identifier: GPL-2.0-or-later
"""Mosaics: several images on one grid."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from ..errors import ParameterError
from ..wording import tr
from .grid import SAME_PLACE, Grid
from .slices import relative

# Corners may be off the common grid by this fraction of a pixel, as files round coordinates.
ALIGNMENT = 0.01
# A mosaic of more pixels than this may have at most so many times the pixels of its images.
MOST_EMPTY_PIXELS = 1_000_000_000
MOST_EMPTY_SHARE = 100


@dataclass(frozen=True)
class Mosaic:
    """The smallest grid that holds several images."""

    grid: Grid
    places: tuple[tuple[int, int], ...]  # (row, column) of the upper-left pixel of each image
    sizes: tuple[tuple[int, int], ...]  # (height, width) of each image
    names: tuple[str, ...] = ()

    @classmethod
    def of(cls, grids: Sequence[Grid], names: Sequence[str]) -> Mosaic:
        """Make the mosaic of images on the given grids.

        Raises
        ------
        ParameterError
            Naming the first image whose CRS, pixel size or alignment differs from that of the first one.
        """
        first = grids[0]
        for grid, name in zip(grids[1:], names[1:]):
            _check_alike(first, grid, names[0], name)
        left, top = min(grid.left for grid in grids), max(grid.top for grid in grids)
        places = tuple(
            (round((top - grid.top) / first.pixel_height), round((grid.left - left) / first.pixel_width))
            for grid in grids
        )
        grid = replace(
            first,
            left=left,
            top=top,
            width=max(column + grid.width for (_, column), grid in zip(places, grids)),
            height=max(row + grid.height for (row, _), grid in zip(places, grids)),
        )
        _check_extent(grid, grids, names)
        return cls(grid, places, tuple((grid.height, grid.width) for grid in grids), tuple(names))

    def overlap(self, one: int, other: int) -> tuple[tuple[slice, slice], tuple[slice, slice]] | None:
        """Return where two images overlap, as (rows, columns) of the one and of the other; None if they do not."""
        starts = np.maximum(self.places[one], self.places[other])
        stops = np.minimum(np.add(self.places[one], self.sizes[one]), np.add(self.places[other], self.sizes[other]))
        if (stops <= starts).any():
            return None
        return tuple(
            tuple(slice(int(a), int(b)) for a, b in zip(starts - self.places[image], stops - self.places[image]))
            for image in (one, other)
        )

    def parts(self, rows: slice, columns: slice) -> list[ImagePart]:
        """Return the parts of the images in a window of the mosaic, in the order of the images."""
        parts = []
        for image, ((row, column), (height, width)) in enumerate(zip(self.places, self.sizes)):
            common_rows = slice(max(rows.start, row), min(rows.stop, row + height))
            common_columns = slice(max(columns.start, column), min(columns.stop, column + width))
            if common_rows.start < common_rows.stop and common_columns.start < common_columns.stop:
                parts.append(
                    ImagePart(
                        image,
                        relative(common_rows, row),
                        relative(common_columns, column),
                        relative(common_rows, rows.start),
                        relative(common_columns, columns.start),
                    )
                )
        return parts


@dataclass(frozen=True)
class ImagePart:
    """The part of an image in a window of a mosaic."""

    image: int  # index of the image
    image_rows: slice  # its position in the image
    image_columns: slice
    rows: slice  # its position in the window
    columns: slice

    @property
    def empty(self) -> bool:
        """Whether the part has no pixel."""
        return self.rows.start >= self.rows.stop or self.columns.start >= self.columns.stop

    def every(self, step: int) -> ImagePart:
        """Return the part in a window that is thinned to every n-th row and column."""
        image_rows, rows = _thinned(step, self.image_rows, self.rows)
        image_columns, columns = _thinned(step, self.image_columns, self.columns)
        return ImagePart(self.image, image_rows, image_columns, rows, columns)


def _thinned(step: int, in_image: slice, in_window: slice) -> tuple[slice, slice]:
    """Thin a range so that the multiples of `step` in the window stay; return it in image and thinned window."""
    first = -in_window.start % step
    return (
        slice(in_image.start + first, in_image.stop, step),
        slice(-(-in_window.start // step), -(-in_window.stop // step)),
    )


def _check_extent(mosaic: Grid, grids: Sequence[Grid], names: Sequence[str]) -> None:
    """Refuse images so far apart that almost all of the mosaic would be empty."""
    size = mosaic.width * mosaic.height
    if size <= MOST_EMPTY_PIXELS or size <= MOST_EMPTY_SHARE * sum(grid.width * grid.height for grid in grids):
        return
    middles = [(grid.left + grid.right) / 2 + (grid.bottom + grid.top) / 2 for grid in grids]
    one, other = names[int(np.argmin(middles))], names[int(np.argmax(middles))]
    raise ParameterError(
        tr(
            "{one} and {other} lie so far apart that a raster of both would have {width:,} x {height:,} "
            "pixels, nearly all of them empty; run the sites apart."
        ).format(one=one, other=other, width=mosaic.width, height=mosaic.height)
    )


def _check_alike(first: Grid, grid: Grid, first_name: str, name: str) -> None:
    if grid.crs != first.crs:
        raise ParameterError(
            tr(
                "{name} has another coordinate reference system than {first}; run tiles of one system at a time."
            ).format(name=name, first=first_name)
        )
    # By how many pixels rows and columns of both sizes are apart at the far end.
    off = (
        abs(grid.pixel_width / first.pixel_width - 1) * max(grid.width, first.width),
        abs(grid.pixel_height / first.pixel_height - 1) * max(grid.height, first.height),
    )
    if max(off) > SAME_PLACE:
        raise ParameterError(
            tr(
                "{name} has pixels of {width:g} x {height:g}, but {first} of {first_width:g} x "
                "{first_height:g}; run tiles of one pixel size at a time."
            ).format(
                name=name,
                width=grid.pixel_width,
                height=grid.pixel_height,
                first=first_name,
                first_width=first.pixel_width,
                first_height=first.pixel_height,
            )
        )
    offsets = np.array([(grid.left - first.left) / first.pixel_width, (grid.top - first.top) / first.pixel_height])
    if np.abs(offsets - np.rint(offsets)).max() > ALIGNMENT:
        raise ParameterError(
            tr(
                "The pixels of {name} lie between those of {first} (upper-left corners {left:.10g}, {top:.10g} and "
                "{first_left:.10g}, {first_top:.10g}); leave out one of them."
            ).format(
                name=name, first=first_name, left=grid.left, top=grid.top, first_left=first.left, first_top=first.top
            )
        )
