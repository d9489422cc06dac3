"""The headers that every answer bears."""

from __future__ import annotations

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from claimgraph.protocol import METHODS
from claimgraph.wire import ALWAYS, ANYBODY, POLICY

_PREFLIGHT = (
    (b"access-control-allow-methods", METHODS.encode()),
    (b"access-control-allow-headers", b"Accept, Content-Type, *"),
    (b"access-control-max-age", b"86400"),
)


class Headers:
    """Adds to every answer what a browser has to know: what may run, and that anyone may read.

    Nothing may run, unless the answer itself says otherwise, as the form with the editor does.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                # rdflib-endpoint writes seconds into Server-Timing, where browsers read milliseconds.
                headers = [each for each in message["headers"] if each[0] != b"server-timing"]
                names = {name for name, _ in headers}
                # What an answer keeps to its own origin stays there.
                kept = b"cross-origin-resource-policy" in names
                headers += [each for each in ALWAYS if not kept or each != ANYBODY]
                if b"content-security-policy" not in names:
                    headers.append((b"content-security-policy", POLICY))
                if b"vary" not in names:
                    headers.append((b"vary", b"Accept"))
                if scope["method"] == "OPTIONS":
                    headers += _PREFLIGHT
                message["headers"] = headers
            await send(message)

        await self._app(scope, receive, send_with_headers)
