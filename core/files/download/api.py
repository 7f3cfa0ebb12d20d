# SPDX-License-Identifier: GPL-2.0-or-later
"""NEON's API: products, lists of files, fresh links."""

from __future__ import annotations

import json
from urllib.parse import quote, urlencode

from ...errors import DownloadError, in_one_line
from ...wording import tr
from .access import why_refused
from .address import server_of
from .exchange import Exchange, redirect_of
from .patience import was_recognised
from .records import (
    Product,
    RemoteFile,
    parse_json,
    read_month,
    read_product,
    read_query,
    read_zone,
)
from .transport import Answer

_OK, _FOUND = 200, (301, 302, 303, 307, 308)
_UNAUTHORIZED, _FORBIDDEN = 401, 403
# The description of a product has 1 MB, the files of a site in all years some MB.
_MOST_BYTES = 200_000_000


class RefusedError(DownloadError):
    """The API does not give something, for another reason than the token."""


class NeonApi:
    """Asks NEON's API.

    All methods raise `DownloadError` when the API cannot be reached, refuses, or answers something else.
    """

    def __init__(self, exchange: Exchange):
        self.exchange = exchange

    async def product(self, code: str) -> Product:
        """Return what is known of a product; this needs no token."""
        answer = await self._ask(f"products/{quote(code)}")
        if answer.status in (400, 404):
            raise DownloadError(tr("NEON has no product {product}; choose another one.").format(product=code))
        return read_product(self._data(answer, tr("the description of {product}").format(product=code)), code)

    async def zone(self, site: str) -> int:
        """Return the UTM zone of a site; this needs no token."""
        answer = await self._ask(f"locations/{quote(site)}")
        return read_zone(self._data(answer, tr("the location of {site}").format(site=site)), site)

    async def files(self, product: str, site: str, months: list[str]) -> list[RemoteFile]:
        """List the files of tiles, those of provisional data included, in some months in ascending order.

        One request asks for all months. Where it finds nothing or is refused, there is one for each month.
        """
        query = {
            "productCode": product,
            "siteCode": site,
            "startDateMonth": months[0],
            "endDateMonth": months[-1],
            "includeProvisional": "true",
        }
        answer = await self._ask(f"data/query?{urlencode(query)}")
        what = tr("the list of files of {product} at {site}").format(product=product, site=site)
        found = []
        if answer.status not in (400, 404):
            found = [file for file in read_query(self._data(answer, what), product, site) if file.month in months]
        if found:
            return found
        for month in months:
            answer = await self._ask(f"data/{quote(product)}/{quote(site)}/{quote(month)}")
            found += read_month(self._data(answer, what), product, site, month)
        return found

    async def fresh_link(self, file: RemoteFile) -> str:
        """Return a new signed address of a file, in place of one that has expired."""
        path = "/".join(map(quote, ("data", file.product, file.site, file.month, file.name)))
        answer = await self._ask(path, follow=False)
        if answer.status not in _FOUND:
            raise self._refusal(answer, file.name)
        return redirect_of(answer, f"{self.exchange.base}{path}")

    async def _ask(self, path: str, follow: bool = True) -> Answer:
        return await self.exchange.ask(f"{self.exchange.base}{path}", _MOST_BYTES, follow)

    def _data(self, answer: Answer, what: str) -> dict:
        """Return the data in an answer."""
        if answer.status != _OK:
            raise self._refusal(answer, what)
        return parse_json(answer.body, what)

    def _refusal(self, answer: Answer, what: str) -> DownloadError:
        if answer.status in (_UNAUTHORIZED, _FORBIDDEN):
            return DownloadError(why_refused(self.exchange.has_token, was_recognised(answer.headers)))
        return RefusedError(
            tr("{server} does not give {what} (status {status}{detail}); try again later.").format(
                server=server_of(self.exchange.base), what=what, status=answer.status, detail=_detail(answer)
            )
        )


def _detail(answer: Answer) -> str:
    """Return what an answer says of an error, as the API has it in "detail"."""
    try:
        found = json.loads(answer.body)["error"]["detail"]
    except (ValueError, KeyError, TypeError, RecursionError):
        return ""
    return f", {in_one_line(found)}" if isinstance(found, str) and found else ""
