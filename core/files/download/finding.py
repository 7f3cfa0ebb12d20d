# SPDX-License-Identifier: GPL-2.0-or-later
"""Which files of tiles exist, and which of them are wanted.

Functions that choose raise `ParameterError` when they find nothing.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from ...errors import ParameterError
from ...progress import Progress
from ...wording import called, counted, tr
from .api import NeonApi
from .records import Product, RemoteFile
from .sites import Site
from .tilegrid import TILE_SIZE, Tile


async def find_product(api: NeonApi, code: str, site: Site, progress: Progress) -> Product:
    """Return what is known of a product, and say what a user should know before looking for data of a site."""
    product = await api.product(code)
    if not product.is_active:
        text = tr("{product} ({name}) is not among NEON's active products; what there is may be old.")
        progress.warn(text.format(product=code, name=product.name))
    if site.flown_with:
        text = tr("{site} is flown with {other}; its tiles are published under {other}.")
        progress.info(text.format(site=site.code, other=site.flown_with))
    return product


async def find_files(api: NeonApi, code: str, site: Site, months: list[str]) -> list[RemoteFile]:
    """List the files of tiles of a product at a site in some months."""
    files = await api.files(code, site.published_as, months)
    if not files:
        raise ParameterError(
            tr(
                "NEON lists no tiles of {product} at {site}: it may not come in tiles, as flight lines do, or be away "
                "for some days while NEON prepares a release (mid-December to January)."
            ).format(product=code, site=site.code)
        )
    return files


async def zone_of(api: NeonApi, site: Site) -> int:
    """Return the UTM zone (north) of the flights of a site; NEON is asked for those that are not in the table."""
    return site.zone or await api.zone(site.code)


def months_of(product: Product, site: Site, year: int | None) -> list[str]:
    """List the months in which a site was flown for a product."""
    all_months = list(product.months.get(site.published_as, {}))
    months = [month for month in all_months if year is None or month.startswith(f"{year:04d}-")]
    if months:
        return months
    if all_months:
        text = tr("There are no data of {product} at {site} in {year}, but in {months}; choose one of these years.")
    else:
        text = tr(
            "There are no data of {product} ({name}) at {site}; choose another product, such as one of another "
            "revision, or another site."
        )
    raise ParameterError(
        text.format(product=product.code, name=product.name, site=site.code, year=year, months=", ".join(all_months))
    )


def without_provisional(files: Sequence[RemoteFile], include: bool, progress: Progress) -> list[RemoteFile]:
    """Return the files that may be downloaded."""
    kept = [file for file in files if include or not file.is_provisional]
    left_out = len(files) - len(kept)
    if left_out and not kept:
        raise ParameterError(
            tr("The tiles are provisional: NEON may still change them; switch on {parameter} to download them.").format(
                parameter=_label_of_provisional()
            )
        )
    if left_out:
        progress.warn(
            counted(
                left_out,
                "{count} provisional tile is left out; {parameter} downloads such tiles.",
                "{count} provisional tiles are left out; {parameter} downloads such tiles.",
                parameter=_label_of_provisional(),
            )
        )
    return kept


def _label_of_provisional() -> str:
    return called(tr("Include provisional data"), "INCLUDE_PROVISIONAL")


def in_tiles(files: Sequence[RemoteFile], wanted: Collection[Tile], what: str) -> list[RemoteFile]:
    """Return those of the files, all that exist, whose tiles are wanted; `what` names the choice in a message."""
    kept = [file for file in files if file.tile in wanted]
    if not kept:
        eastings, northings = zip(*(file.tile for file in files))
        raise ParameterError(
            tr(
                "There is no tile at {what}; the tiles of {site} lie between the eastings {west} and {east} and the "
                "northings {south} and {north} (m). List tiles shows them on the map."
            ).format(
                what=what,
                site=files[0].site,
                west=min(eastings),
                east=max(eastings) + TILE_SIZE,
                south=min(northings),
                north=max(northings) + TILE_SIZE,
            )
        )
    return kept


def listed(files: Sequence[RemoteFile], names: Collection[tuple[str, str]], progress: Progress) -> list[RemoteFile]:
    """Return the files that a list of months and names has."""
    kept = [file for file in files if (file.month, file.name) in names]
    gone = len(names) - len(kept)
    if not kept:
        raise ParameterError(tr("NEON no longer has the tiles of the layer; make a new one with List tiles."))
    if gone:
        progress.warn(
            counted(
                gone,
                "NEON no longer has {count} tile of the layer; List tiles makes a new one.",
                "NEON no longer has {count} tiles of the layer; List tiles makes a new one.",
            )
        )
    return kept
