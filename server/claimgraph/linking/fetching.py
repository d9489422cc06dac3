"""Asking another host politely: one request at a time, kept answers, patience, and bounds on everything.

Follows https://www.mediawiki.org/wiki/API:Etiquette and https://foundation.wikimedia.org/wiki/Policy:User-Agent_policy.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from urllib.parse import urlencode

import httpx2 as httpx

from claimgraph import __version__
from claimgraph.console import note
from claimgraph.errors import RemoteError
from claimgraph.linking.addresses import host, redirected
from claimgraph.linking.answercache import AnswerCache
from claimgraph.linking.bodies import read_body
from claimgraph.linking.settings import LinkSettings

# Gives the seconds to wait if an answer says that the host is busy, else None.
Busy = Callable[[object], float | None]

_REDIRECTS = frozenset((301, 302, 303, 307, 308))
_PASSING = frozenset((429, 500, 502, 503, 504))


class TryAgain(Exception):
    """A failure that may pass: what happened, and how long the host wants to be left alone."""

    def __init__(self, reason: str, wait: float | None = None) -> None:
        super().__init__(reason)
        self.reason = reason
        self.wait = wait


class Fetcher:
    """Gets JSON from other hosts.

    ``clock`` and ``sleep`` pass time, ``now`` is the time of day in seconds since 1970; a ``transport`` takes
    the place of the network, ``tell`` hears of each wait. A context manager, which closes its connections.
    """

    def __init__(
        self,
        settings: LinkSettings,
        *,
        cache: AnswerCache | None = None,
        transport: httpx.BaseTransport | None = None,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
        now: Callable[[], float] = time.time,
        tell: Callable[[str], None] = note,
    ) -> None:
        self._settings = settings
        self._cache = cache
        self._clock = clock
        self._sleep = sleep
        self._now = now
        self._tell = tell
        self._free_at: float | None = None
        self._client = httpx.Client(
            transport=transport,
            timeout=settings.timeout,
            follow_redirects=False,
            trust_env=transport is None,
            headers={
                "User-Agent": f"claimgraph/{__version__} ({settings.contact}) httpx2/{httpx.__version__}",
                "Accept": "application/json",
                "Accept-Encoding": "gzip",
            },
        )

    def __enter__(self) -> Fetcher:
        return self

    def __exit__(self, *_: object) -> None:
        self._client.close()

    def get(self, address: str, parameters: Mapping[str, str], busy: Busy | None = None) -> object:
        """Get the JSON at an address, from the kept answers if it is there.

        Raises RemoteError, with what to do, if there is none after all attempts.
        """
        target = (
            f"{address}{'&' if '?' in address else '?'}{urlencode(parameters)}" if parameters else address
        )
        return self._asked(target, lambda: self._client.build_request("GET", target), busy)

    def post(self, address: str, form: Mapping[str, str]) -> object:
        """Send a form and get JSON, as :meth:`get` does; no redirect is followed."""
        request = f"{address} {urlencode(form)}"
        return self._asked(
            request, lambda: self._client.build_request("POST", address, data=dict(form)), None
        )

    def _asked(self, key: str, build: Callable[[], httpx.Request], busy: Busy | None) -> object:
        if self._cache and (kept := self._cache.find(key)) is not None:
            return kept
        answer = self._patiently(build, busy)
        if self._cache:
            self._cache.keep(key, answer)
        return answer

    def _patiently(self, build: Callable[[], httpx.Request], busy: Busy | None) -> object:
        backoff = self._settings.backoff
        for attempt in range(1, self._settings.attempts + 1):
            request = build()
            name = host(str(request.url))
            try:
                answer = self._followed(request)
                wait = busy(answer) if busy else None
                if wait is None:
                    return answer
                raise TryAgain("is too busy", wait)
            except TryAgain as again:
                wait = max(again.wait or 0, backoff)
                if wait > self._settings.patience:
                    minutes = -(-int(wait) // 60)
                    raise RemoteError(
                        f"{name} {again.reason} and asks to be left alone for {minutes} minutes. "
                        "Try again then; what was decided is kept."
                    ) from None
                if attempt == self._settings.attempts:
                    raise RemoteError(
                        f"{name} {again.reason}, {attempt} times in a row. "
                        "Try again later, or work without the network: --offline FILE."
                    ) from None
                self._tell(f"{name} {again.reason}; it is asked again in {wait:.0f} s")
                self._sleep(wait)
                backoff *= 2
        raise AssertionError("there is at least one attempt")

    def _followed(self, request: httpx.Request) -> object:
        for _ in range(self._settings.redirects + 1):
            content, location = self._once(request)
            if location is None:
                return content
            address = str(request.url)
            target = redirected(address, location) if request.method == "GET" else None
            if target is None:
                raise RemoteError(
                    f"{host(address)} sends on to {location[:200]!r}, which is not followed. "
                    "Name the right address with --api or --service, if you trust it."
                )
            request = self._client.build_request("GET", target)
        raise RemoteError(
            f"{host(str(request.url))} sends from one address to the next without end. Correct the address."
        )

    def _once(self, request: httpx.Request) -> tuple[object, str | None]:
        """Make one request; give its JSON, or where the host redirects to."""
        self._pace()
        name = host(str(request.url))
        response = None
        try:
            response = self._client.send(request, stream=True)
            if response.status_code in _REDIRECTS:
                return None, response.headers.get("location", "")
            if response.status_code in _PASSING:
                raise TryAgain(f"answers with the status {response.status_code}", self._wanted(response))
            if response.status_code != 200:
                raise RemoteError(
                    f"{name} answers with the status {response.status_code}. Check the address."
                )
            kind = response.headers.get("content-type", "").partition(";")[0].strip().lower()
            if kind != "application/json":
                raise RemoteError(
                    f"{name} does not answer with JSON but with {kind[:80] or 'nothing'}. Check the address."
                )
            return self._json(read_body(response, self._settings, self._clock), name), None
        except httpx.TimeoutException:
            raise TryAgain("does not answer in time") from None
        except httpx.InvalidURL:
            raise RemoteError(f"{name} is no address that can be asked. Correct it.") from None
        except httpx.TransportError:
            raise TryAgain("cannot be reached, or breaks off" if response is None else "breaks off") from None
        finally:
            if response is not None:
                response.close()
            self._free_at = self._clock() + self._settings.pause

    def _json(self, content: bytes, name: str) -> object:
        try:
            return json.loads(content)
        except (ValueError, RecursionError):
            raise RemoteError(
                f"{name} answers with something that is no JSON. Try again later, or check the address."
            ) from None

    def _pace(self) -> None:
        if self._free_at is not None and (wait := self._free_at - self._clock()) > 0:
            self._sleep(wait)

    def _wanted(self, response: httpx.Response) -> float | None:
        return retry_after(response.headers.get("retry-after", ""), self._now())


def retry_after(written: str, now: float) -> float | None:
    """Read a Retry-After header, seconds or a date, as seconds from now; None if it is neither.

    Follows https://www.rfc-editor.org/rfc/rfc9110#name-retry-after.
    """
    if written.isascii() and written.isdigit():
        return float(written[:9])
    try:
        when = parsedate_to_datetime(written)
    except ValueError:
        return None
    if when.tzinfo is None:
        when = when.replace(tzinfo=UTC)
    return max(0.0, (when - datetime.fromtimestamp(now, UTC)).total_seconds())
