"""Giving an answer again to a request that is the same to the byte, before anything of it is read."""

from __future__ import annotations

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from claimgraph.cache import Cached, Key
from claimgraph.editions import Service
from claimgraph.record import NOTES, note

# Whatever else a request says has no influence on its answer.
_HEARD = frozenset({b"host", b"accept", b"accept-encoding"})
_PARTICULAR = frozenset(
    {
        *(b"cache-control", b"if-none-match", b"range", b"authorization"),
        *(b"content-length", b"transfer-encoding", b"expect", b"upgrade"),
    }
)


class Replay:
    """Passes requests on to an application, and keeps whole answers to GET that have an entity tag.

    An answer is kept here once it was found in the cache: when it is given for the third time.
    """

    def __init__(self, app: ASGIApp, service: Service) -> None:
        self._app = app
        self._service = service

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request."""
        key = replay_key(scope, self._service.edition.key) if scope["method"] == "GET" else None
        if key is None:
            await self._app(scope, receive, send)
            return
        found = self._service.cache.find(key)
        if found is not None:
            note(scope, cache="hit", form=found.form, asked=True)
            await send({"type": "http.response.start", "status": 200, "headers": found.headers})
            await send({"type": "http.response.body", "body": found.body})
            return
        head: Message | None = None

        async def watched(message: Message) -> None:
            nonlocal head
            await send(message)
            if message["type"] == "http.response.start":
                head = message
            elif head is not None and not message.get("more_body", False):
                self._keep(key, scope, head, message.get("body", b""))
            else:
                head = None

        await self._app(scope, receive, watched)

    def _keep(self, key: Key, scope: Scope, head: Message, body: bytes) -> None:
        headers = tuple(head["headers"])
        if (
            scope.get(NOTES, {}).get("cache") == "hit"
            and head["status"] == 200
            and any(name == b"etag" for name, _ in headers)
        ):
            form = str(scope[NOTES].get("form", ""))
            self._service.cache.put(key, Cached(body, "", gzip=False, form=form, headers=headers))


def replay_key(scope: Scope, edition: str) -> Key | None:
    """Give what the answer to a GET depends on, in its very bytes; None if it is not a plain one.

    The query string comes last; what is between it and the edition is the same for many requests.
    """
    heard: list[bytes] = []
    for name, value in scope["headers"]:
        if name in _PARTICULAR:
            return None
        if name in _HEARD:
            heard += name, value
    query = scope["query_string"]
    return ("", edition, scope["scheme"], scope.get("root_path", ""), *heard, query) if query else None
