"""A server on this machine that answers as NEON's API and its storage do, and misbehaves on request.

The API is on 127.0.0.1 and the storage on 127.0.0.2, so that they are different hosts. As a program it serves demo
tiles until it is killed: `python tests/neonserver.py FOLDER`; it prints the address of the API and a token.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import os
import sys
import threading
import time
from collections import deque
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from functools import lru_cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qs, quote, unquote, urlsplit

REFLECTANCE = "DP3.30006.002"
WEEK = 604_800
_TITLES = {
    "DP3.30006.001": "Spectrometer orthorectified surface directional reflectance - mosaic",
    "DP3.30006.002": "Spectrometer orthorectified surface bidirectional reflectance - mosaic",
    "DP3.30015.001": "Ecosystem structure",
    # What NEON's package asks for to see whether there is a network.
    "DP1.00001.001": "2D wind speed and direction",
}
_POLYNOMIAL = 0x82F63B78


@dataclass
class ServedFile:
    """A file of the storage.

    Attributes
    ----------
    content : bytes or Path
    claims : dict
        What the lists say of it in place of the truth, such as {"crc32c": "0"} or {"size": None}; None removes a key.
    """

    name: str
    content: bytes | Path
    product: str = REFLECTANCE
    site: str = "SERC"
    month: str = "2022-05"
    release: str = "RELEASE-2026"
    claims: dict = field(default_factory=dict)
    checksum: str = ""

    @property
    def size(self) -> int:
        return len(self.content) if isinstance(self.content, bytes) else self.content.stat().st_size

    @property
    def path(self) -> str:
        """Path in the storage, of the shape that NEON's has."""
        year, domain = self.month[:4], "D02"
        bucket = "neon-aop-provisional-products" if self.release == "PROVISIONAL" else "neon-aop-products"
        return f"/{bucket}/{year}/FullSite/{domain}/{year}_{self.site}_6/L3/Spectrometer/Reflectance/{self.name}"

    def read(self) -> bytes:
        return self.content if isinstance(self.content, bytes) else self.content.read_bytes()


def tile_name(easting: int, northing: int, kind: str = "bidirectional_reflectance", site: str = "SERC") -> str:
    return f"NEON_D02_{site}_DP3_{easting}_{northing}_{kind}.h5"


@lru_cache(maxsize=64)
def crc32c(data: bytes) -> str:
    """CRC32C bit by bit, in another way than the plugin; without leading zeros, as NEON gives it."""
    register = 0xFFFFFFFF
    for byte in data:
        register ^= byte
        for _ in range(8):
            register = (register >> 1) ^ (_POLYNOMIAL if register & 1 else 0)
    return f"{register ^ 0xFFFFFFFF:x}"


def make_token(expires_in: float = 86_400.0) -> str:
    """Make a token of the shape of NEON's, a JWT."""

    def part(content: dict) -> str:
        return base64.urlsafe_b64encode(json.dumps(content).encode()).decode().rstrip("=")

    claims = {
        "aud": "https://data.neonscience.org/api/v0/",
        "exp": int(time.time() + expires_in),
        "jti": os.urandom(6).hex(),
    }
    return f"{part({'typ': 'JWT', 'alg': 'HS256'})}.{part(claims)}.{base64.urlsafe_b64encode(os.urandom(24)).decode()}"


class NeonServer:
    """The API and the storage, each in threads of its own; a context manager.

    Attributes
    ----------
    files : list of ServedFile
    faults : dict of str to deque
        Functions that answer the next requests to "api" or "storage" in place of the server: each takes the handler and
        returns whether it answered. A list per request; when it is empty, all is well again.
    requests : list of Request
        All that were asked.
    clock : float
        Seconds added to the time, to let links expire.
    ranges : bool
        Whether the storage knows parts of files.
    """

    def __init__(self, files: list[ServedFile] | None = None, api_port: int = 0):
        self.files = files or []
        self.token = make_token()
        self.faults: dict[str, deque] = {"api": deque(), "storage": deque()}
        self.requests: list[Request] = []
        self.clock = 0.0
        self.ranges = True
        self.rate_headers = True
        self._secret = os.urandom(16)
        self._api = _start(self, "api", "127.0.0.1", api_port)
        self._storage = _start(self, "storage", "127.0.0.2")

    @property
    def base(self) -> str:
        return f"http://127.0.0.1:{self._api.server_port}/api/v0/"

    @property
    def storage(self) -> str:
        return f"http://127.0.0.2:{self._storage.server_port}"

    def __enter__(self) -> NeonServer:
        return self

    def __exit__(self, *exception) -> None:
        for server in (self._api, self._storage):
            server.shutdown()
            server.server_close()

    def add(self, file: ServedFile) -> ServedFile:
        if not file.checksum:
            file.checksum = crc32c(file.read())
        self.files.append(file)
        return file

    def now(self) -> float:
        return time.time() + self.clock

    def link(self, file: ServedFile) -> str:
        """Sign an address of the storage."""
        query = f"X-Goog-Date={int(self.now())}&X-Goog-Expires={WEEK}&X-Goog-Credential=neon%40example"
        return f"{self.storage}{quote(file.path)}?{query}&X-Goog-Signature={self._signature(file.path, query)}"

    def is_signed(self, path: str, query: str) -> bool:
        signed, _, signature = query.rpartition("&X-Goog-Signature=")
        return hmac.compare_digest(signature, self._signature(path, signed))

    def asked(self, server: str, path: str = "") -> list[Request]:
        """Return the requests to one of the servers whose path holds a text."""
        return [request for request in self.requests if request.server == server and path in request.path]

    def _signature(self, path: str, query: str) -> str:
        return hmac.new(self._secret, f"{path}?{query}".encode(), hashlib.sha256).hexdigest()


@dataclass(frozen=True)
class Request:
    server: str
    path: str
    headers: dict[str, str]


Fault = Callable[["_Handler"], bool]


def answer(status: int, body: bytes | str = b"", **headers: str) -> Fault:
    """A fault: answer so; headers are written with underscores for hyphens."""

    def fault(handler: _Handler) -> bool:
        handler.send(
            status,
            body if isinstance(body, bytes) else body.encode(),
            {name.replace("_", "-"): value for name, value in headers.items()},
        )
        return True

    return fault


def too_many_requests(seconds: str = "3") -> Fault:
    """A fault: NEON's answer to who asks too often."""
    return answer(
        429,
        '{"message":"API rate limit exceeded"}',
        RetryAfter=seconds,
        Content_Type="application/json",
        X_RateLimit_Limit="2000",
        X_RateLimit_Remaining="0",
        X_RateLimit_Reset="250",
    )


def web_page(status: int = 200) -> Fault:
    """A fault: what a hotel's network or a proxy sends in place of everything."""
    return answer(
        status, "<html><head><title>Welcome</title></head><body>Log in</body></html>", Content_Type="text/html"
    )


def redirect(address: str) -> Fault:
    return answer(302, Location=address)


def cut(after: int) -> Fault:
    """A fault: the connection ends after so many bytes of the file."""

    def fault(handler: _Handler) -> bool:
        handler.cut_after = after
        return False

    return fault


def trickle(pieces: int, seconds: float) -> Fault:
    """A fault: the file comes in pieces, with pauses between."""

    def fault(handler: _Handler) -> bool:
        handler.pieces, handler.pause = pieces, seconds
        return False

    return fault


def spoil() -> Fault:
    """A fault: one byte of the file is another one."""

    def fault(handler: _Handler) -> bool:
        handler.spoil = True
        return False

    return fault


def silence(seconds: float) -> Fault:
    """A fault: no answer comes for a while, and then the connection ends."""

    def fault(handler: _Handler) -> bool:
        time.sleep(seconds)
        handler.close_connection = True
        return True

    return fault


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    neon: NeonServer
    role: str
    cut_after: int | None
    pieces: int
    pause: float
    spoil: bool

    def do_GET(self):
        neon = self.neon
        self.cut_after, self.pieces, self.pause, self.spoil = None, 1, 0.0, False
        headers = {name.lower(): value for name, value in self.headers.items()}
        neon.requests.append(Request(self.role, self.path, headers))
        faults = neon.faults[self.role]
        # The peer may close the connection whenever it likes.
        with suppress(ConnectionError):
            if faults and faults.popleft()(self):
                return
            parts = urlsplit(self.path)
            if self.role == "storage":
                self._storage(unquote(parts.path), parts.query)
            else:
                self._api(unquote(parts.path), parse_qs(parts.query))

    def do_HEAD(self):
        self.do_GET()

    # The API

    def _api(self, path: str, query: dict[str, list[str]]) -> None:
        steps = path.removeprefix("/api/v0/").strip("/").split("/")
        has_token = self.headers.get("X-API-Token") == self.neon.token
        if steps[0] == "products":
            self._products(steps[1:], has_token)
        elif steps[0] == "locations" and steps[1:]:
            self._json(
                {"data": {"locationName": steps[1], "locationUtmZone": 18, "locationUtmHemisphere": "N"}}, has_token
            )
        elif steps[0] == "data" and not has_token:
            self._json({"error": {"status": 403, "detail": "Access Denied"}, "data": None}, False, 403)
        elif steps == ["data", "query"]:
            self._query(query)
        elif steps[0] == "data" and len(steps) == 4:
            self._month(*steps[1:])
        elif steps[0] == "data" and len(steps) == 5:
            self._fresh_link(*steps[1:])
        else:
            self._json({"error": {"status": 404, "detail": "Not Found"}, "data": None}, has_token, 404)

    def _products(self, steps: list[str], has_token: bool) -> None:
        if not steps:
            self._json({"data": [self._product(code) for code in _TITLES]}, has_token)
        elif steps[0] in _TITLES:
            self._json({"data": self._product(steps[0])}, has_token)
        else:
            self._json({"error": {"status": 400, "detail": "Product code not found"}, "data": None}, has_token, 400)

    def _product(self, code: str) -> dict:
        files = [file for file in self.neon.files if file.product == code]
        sites = []
        for site in sorted({file.site for file in files}):
            months = {file.month: file.release for file in files if file.site == site}
            sites.append(
                {
                    "siteCode": site,
                    "availableMonths": sorted(months),
                    "availableDataUrls": [f"{self.neon.base}data/{code}/{site}/{month}" for month in sorted(months)],
                    "availableReleases": [
                        {"release": release, "availableMonths": sorted(m for m in months if months[m] == release)}
                        for release in sorted(set(months.values()))
                    ],
                }
            )
        releases = sorted({file.release for file in files} - {"PROVISIONAL"})
        return {
            "productCodeLong": f"NEON.DOM.SITE.{code}",
            "productCode": code,
            "productName": _TITLES[code],
            "productStatus": "ACTIVE",
            "productScienceTeamAbbr": "TIS" if code.startswith("DP1.0") else "AOP",
            "changeLogs": [],
            "siteCodes": sites,
            "releases": [
                {
                    "release": release,
                    "generationDate": "2026-01-28T00:00:00Z",
                    "url": f"{self.neon.base}releases/{release}",
                    "productDoi": {
                        "generationDate": "2026-01-28T00:00:00Z",
                        "url": f"https://doi.org/10.48443/{code.lower()}",
                    },
                }
                for release in releases
            ],
        }

    def _query(self, query: dict[str, list[str]]) -> None:
        code, sites = query["productCode"][0], query["siteCode"]
        first, last = query["startDateMonth"][0], query["endDateMonth"][0]
        provisional = query.get("includeProvisional", ["false"])[0] == "true"
        chosen = [
            file
            for file in self.neon.files
            if file.product == code
            and file.site in sites
            and first <= file.month <= last
            and (provisional or file.release != "PROVISIONAL")
        ]
        releases = []
        for release in sorted({file.release for file in chosen}):
            places = sorted({(file.site, file.month) for file in chosen if file.release == release})
            packages = [
                {
                    "domainCode": "D02",
                    "siteCode": site,
                    "month": month,
                    "packageType": "basic",
                    "generationDate": "2026-01-28T00:00:00Z",
                    "files": self._entries(
                        [f for f in chosen if (f.site, f.month, f.release) == (site, month, release)]
                    ),
                }
                for site, month in places
            ]
            releases.append({"release": release, "generationDate": "2026-01-28T00:00:00Z", "packages": packages})
        self._json(
            {
                "data": {
                    "productCode": code,
                    "siteCodes": sites,
                    "startDate": f"{first}-01T00:00:00Z",
                    "endDate": f"{last}-28T23:59:59Z",
                    "packageType": "basic",
                    "releases": releases,
                }
            },
            True,
        )

    def _month(self, code: str, site: str, month: str) -> None:
        files = [file for file in self.neon.files if (file.product, file.site, file.month) == (code, site, month)]
        if not files:
            self._json({"error": {"status": 400, "detail": "No data"}, "data": None}, True, 400)
            return
        data = {
            "productCode": code,
            "siteCode": site,
            "month": month,
            "release": files[0].release,
            "packages": [{"type": "basic", "url": f"{self.neon.base}data/package/{code}/{site}/{month}?package=basic"}],
            "files": self._entries(files),
            "externalData": [],
        }
        self._json({"data": data}, True)

    def _fresh_link(self, code: str, site: str, month: str, name: str) -> None:
        for file in self.neon.files:
            if (file.product, file.site, file.month, file.name) == (code, site, month, name):
                self.send(302, b"", {"Location": self.neon.link(file)})
                return
        self._json({"error": {"status": 400, "detail": "File not found"}, "data": None}, True, 400)

    def _entries(self, files: list[ServedFile]) -> list[dict]:
        entries = []
        for file in files:
            entry = {
                "name": file.name,
                "size": file.size,
                "md5": None,
                "crc32": None,
                "crc32c": file.checksum,
                "url": self.neon.link(file),
            }
            entry.update(file.claims)
            entries.append({key: value for key, value in entry.items() if value is not None or key in ("md5", "crc32")})
        return entries

    def _json(self, content: dict, has_token: bool, status: int = 200) -> None:
        headers = {"Content-Type": "application/json"}
        if self.neon.rate_headers:
            limit = "2000" if has_token else "200"
            headers |= {"X-RateLimit-Limit": limit, "X-RateLimit-Remaining": limit, "X-RateLimit-Reset": "1"}
        self.send(status, json.dumps(content).encode(), headers)

    # The storage

    def _storage(self, path: str, query: str) -> None:
        file = next((file for file in self.neon.files if file.path == path), None)
        values = parse_qs(query)
        if not self.neon.is_signed(path, query):
            self._refuse(403, "SignatureDoesNotMatch")
        elif int(values["X-Goog-Date"][0]) + int(values["X-Goog-Expires"][0]) < self.neon.now():
            self._refuse(400, "ExpiredToken")
        elif file is None:
            self._refuse(404, "NoSuchKey")
        else:
            self._send_file(file)

    def _refuse(self, status: int, code: str) -> None:
        body = f"<?xml version='1.0' encoding='UTF-8'?><Error><Code>{code}</Code></Error>"
        self.send(status, body.encode(), {"Content-Type": "application/xml; charset=UTF-8"})

    def _send_file(self, file: ServedFile) -> None:
        size, start = file.size, 0
        requested = self.headers.get("Range", "")
        if requested and self.neon.ranges:
            start = int(requested.removeprefix("bytes=").rstrip("-"))
            if start >= size:
                self.send(416, b"", {"Content-Range": f"bytes */{size}"})
                return
        self.send_response(206 if requested and self.neon.ranges else 200)
        self.send_header("Content-Type", "application/octet-stream")
        self.send_header("Content-Length", str(size - start))
        if requested and self.neon.ranges:
            self.send_header("Content-Range", f"bytes {start}-{size - 1}/{size}")
        self.end_headers()
        if self.command == "HEAD":
            return
        if isinstance(file.content, Path) and self.cut_after is None and self.pieces == 1 and not self.spoil:
            self.wfile.flush()
            with open(file.content, "rb") as content:
                self.connection.sendfile(content, start)
            return
        body = bytearray(file.read()[start:])
        if self.spoil:
            body[len(body) // 2] ^= 1
        if self.cut_after is not None:
            self.wfile.write(body[: self.cut_after])
            self.close_connection = True
            return
        step = -(-len(body) // self.pieces)
        for offset in range(0, len(body), step):
            self.wfile.write(body[offset : offset + step])
            time.sleep(self.pause)

    def send(self, status: int, body: bytes, headers: dict[str, str]) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def log_message(self, format, *arguments):
        """Say nothing: the tests look at `requests`."""


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False

    def handle_error(self, request, client_address):
        """Say nothing of connections that the peer has closed."""
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)


def _start(neon: NeonServer, role: str, host: str, port: int = 0) -> ThreadingHTTPServer:
    handler = type("Handler", (_Handler,), {"neon": neon, "role": role})
    server = _Server((host, port), handler)
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
    return server


def qa_files() -> list[ServedFile]:
    """Files of quality checks and the like, whose numbers look like those of tiles."""
    names = (
        "NEON_D02_SERC_DPQA_365000_4305000_boundary.kml",
        "NEON_D02_SERC_DPQA_365000_4305000_boundary.shp",
        "2022_SERC_6_365000_4305000_metadata.pdf",
        "NEON.D02.SERC.DP3.30006.002.readme.20260101T000000Z.txt",
    )
    return [ServedFile(name, name.encode()) for name in names]


def demo_server(folder: Path, port: int = 0) -> NeonServer:
    """Serve demo tiles of two years in the folder, which are made if need be."""
    sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
    import conftest  # noqa: F401  (makes neon_aop importable)
    from neon_aop.core.files.download.crc32c import checksum_of_file
    from neon_aop.core.files.neon.demotile import write_demo_tile
    from neon_aop.core.progress import Progress

    tile = folder / "demo.h5"
    if not tile.exists():
        write_demo_tile(str(tile), size=300)
    checksum = checksum_of_file(tile, Progress()).lstrip("0")
    server = NeonServer(api_port=port)
    for month, release, columns in (("2022-05", "RELEASE-2026", 5), ("2025-06", "PROVISIONAL", 4)):
        for column in range(columns):
            for row in range(4):
                name = tile_name(366000 + 1000 * column, 4304000 + 1000 * row)
                server.add(ServedFile(name, tile, month=month, release=release, checksum=checksum))
    for file in qa_files():
        server.add(file)
    return server


def main() -> None:
    with demo_server(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 0) as server:
        print(json.dumps({"base": server.base, "token": server.token}), flush=True)
        threading.Event().wait()


if __name__ == "__main__":
    main()
