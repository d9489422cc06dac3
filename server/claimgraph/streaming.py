"""Sending an answer while it is made, and noticing that nobody wants it any more."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping

from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from claimgraph.errors import AnswerBroken
from claimgraph.workers.jobs import Head
from claimgraph.workers.ticket import Ticket

PATIENCE = 0.05


class Watch:
    """Stops the work on a ticket when its client is gone.

    It begins to look after a twentieth of a second: most answers are there by then.
    """

    def __init__(self, ticket: Ticket, receive: Receive) -> None:
        self._ticket = ticket
        self._receive = receive
        self._task: asyncio.Task[None] | None = None
        self._timer = asyncio.get_running_loop().call_later(PATIENCE, self._begin)

    def end(self) -> None:
        """Look no longer."""
        self._timer.cancel()
        if self._task is not None:
            self._task.cancel()

    def _begin(self) -> None:
        self._task = asyncio.get_running_loop().create_task(self._look())

    async def _look(self) -> None:
        while (await self._receive())["type"] != "http.disconnect":
            pass
        self._ticket.cancel()


async def opened(ticket: Ticket, receive: Receive) -> tuple[Head, Watch]:
    """Wait until an answer may begin. Raises what went wrong until then; the work stops with its waiting."""
    watch = Watch(ticket, receive)
    try:
        return await ticket.opened(), watch
    except BaseException:
        watch.end()
        ticket.cancel()
        raise


class Streamed(Response):
    """A response whose answer is still being made.

    Where it ends before its end, the response is left without one: over HTTP/1.1 the last chunk is missing
    and the connection is closed, so that no client takes the part for the whole. ``whole`` is called with the
    answer if it is complete and not larger than ``keep`` bytes.
    """

    def __init__(
        self,
        ticket: Ticket,
        watch: Watch,
        headers: Mapping[str, str],
        keep: int,
        whole: Callable[[bytes], None],
    ) -> None:
        super().__init__(headers=headers)
        del self.headers["content-length"]
        self._ticket = ticket
        self._watch = watch
        self._keep = keep
        self._whole = whole

    def cancel(self) -> None:
        """Stop the work on the answer."""
        self._watch.end()
        self._ticket.cancel()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Send the head, then the pieces as they come."""
        kept: list[bytes] = []
        size = 0
        try:
            await send({"type": "http.response.start", "status": 200, "headers": self.raw_headers})
            async for piece in self._ticket.pieces():
                size += len(piece)
                if size <= self._keep:
                    kept.append(piece)
                await send({"type": "http.response.body", "body": piece, "more_body": True})
            await send({"type": "http.response.body", "body": b"", "more_body": False})
            if size <= self._keep:
                self._whole(b"".join(kept))
        except AnswerBroken:
            return
        finally:
            self.cancel()
