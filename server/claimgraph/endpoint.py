"""The route ``/sparql``: the SPARQL 1.1 Protocol over a store."""

from __future__ import annotations

import logging
import pickle
from collections.abc import Callable
from functools import partial

import pyoxigraph as ox
from anyio import CapacityLimiter, to_thread
from fastapi import APIRouter, Request, Response
from fastapi.responses import HTMLResponse
from rdflib import Graph
from starlette.requests import ClientDisconnect
from starlette.routing import Route
from starlette.types import Receive, Scope, Send

from claimgraph import openapi
from claimgraph.asking import BEGUN, Asked, Begun, Wishes, accepted, read_asked, unsuitable
from claimgraph.cache import Cached
from claimgraph.description import serialise
from claimgraph.editions import Edition, Service
from claimgraph.errors import (
    AnswerBroken,
    LimitExceeded,
    QueryError,
    QueryRefused,
    RequestError,
    UnsuitableFormat,
)
from claimgraph.federation import Federation
from claimgraph.negotiation import HTML, Format, choose
from claimgraph.problems import Problem, line_of, problem_response
from claimgraph.protocol import METHODS, Parameters, endpoint_url, read_parameters
from claimgraph.record import note
from claimgraph.streaming import Streamed, Watch, opened
from claimgraph.workers.jobs import Head, Job
from claimgraph.workers.ticket import Ticket

PATH = "/sparql"

_LOG = logging.getLogger("claimgraph.endpoint")
_FORM_POLICY = (
    # YASGUI writes style attributes and shows icons from data URLs.
    "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
_JSON = Format(("json",), "application/json")


class Endpoint:
    """Answers requests of the SPARQL 1.1 Protocol; the event loop never evaluates a query."""

    def __init__(self, service: Service, describe: Callable[[Edition, str], Graph]) -> None:
        self._service = service
        self._describe = describe
        self._settings = service.settings
        self._threads = CapacityLimiter(service.settings.query_threads)
        self._wishes = Wishes()
        self._federation = Federation(service.settings)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer as an ASGI application: any method, with nothing in between."""
        response = await self.respond(Request(scope, receive))
        await response(scope, receive, send)

    async def respond(self, request: Request) -> Response:
        """Answer one request; whatever goes wrong becomes a status with a plain sentence."""
        query = ""
        try:
            if request.method == "OPTIONS":
                return Response(status_code=204, headers={"Allow": METHODS})
            parameters = await read_parameters(request, self._settings)
            query = parameters.query or ""
            if parameters.query is not None:
                note(request.scope, query=query)
            if parameters.query is None:
                response = await self._entrance(request, parameters)
            else:
                response = await self._answer(request, parameters)
        except ClientDisconnect:
            return Response(status_code=400)
        except RequestError as error:
            problem = Problem(error.status, error.message, error.remedy)
            response = self._problem(request, query, problem)
            response.headers.update(error.headers)
        except QueryError as error:
            status = 403 if isinstance(error, QueryRefused) else 400
            excerpt = line_of(query, error.line or 0, error.column or 1)
            problem = Problem(status, error.message, error.remedy, error.line, error.column, excerpt)
            response = self._problem(request, query, problem)
        except LimitExceeded as error:
            note(request.scope, limit=error.limit[0])
            problem = Problem(error.status, error.message, error.remedy, limit=error.limit)
            response = self._problem(request, query, problem)
            if error.retry:
                response.headers["Retry-After"] = str(error.retry)
        except AnswerBroken:
            return Response(status_code=400)
        except Exception:
            _LOG.exception("a request to %s failed", PATH)
            problem = Problem(
                500, "The server failed at this request.", "Try again, and report it if it stays."
            )
            response = self._problem(request, query, problem)
        return _without_body(response) if request.method == "HEAD" else response

    async def _entrance(self, request: Request, parameters: Parameters) -> Response:
        if request.method == "POST":
            raise RequestError(400, "The request holds no query.", remedy="Send it as query=… in the form.")
        url, edition = endpoint_url(request), self._service.edition
        choice = self._wishes.choices(request, parameters.format).graphs
        if choice is None:
            raise unsuitable("describe")
        if choice.format is HTML:
            return form_response(edition.pages.form(url))
        key = (edition.key, url, "", choice.content_type)
        found = self._service.cache.get(key)
        if found is None:
            content = await to_thread.run_sync(
                lambda: serialise(self._describe(edition, url), choice.format), limiter=self._threads
            )
            found = Cached(content, choice.content_type, gzip=False, form="")
            self._service.cache.put(key, found)
        return Response(found.body, media_type=found.content_type)

    async def _answer(self, request: Request, parameters: Parameters) -> Response:
        begun: Begun | None = request.scope.get(BEGUN)
        if begun is None:
            query = await self._resolved(request, parameters)
            # Nothing is awaited from here to the submission: the key names the very edition that answers.
            asked = self._read(request, parameters, query)
            if response := self._known(request, asked):
                return response
            ticket = self._submit(request, asked.job, parameters, page=asked.choices.page)
        else:
            asked, ticket = begun
        try:
            head, watch = await opened(ticket, request.receive)
        except UnsuitableFormat as error:
            raise unsuitable(error.form) from None
        waited = round((ticket.started - ticket.submitted) * 1000, 3)
        note(request.scope, form=head.form, waited_ms=waited)
        response = self._response(asked, ticket, head, watch, parameters)
        star = request.headers.get("if-none-match", "").strip() == "*" and bool(asked.tag)
        return _unchanged(asked.tag) if star and ticket.complete and not head.volatile else response

    def _read(self, request: Request, parameters: Parameters, query: str) -> Asked:
        wish, edition = self._wishes.of(request, parameters.format), self._service.edition
        tagged = request.method != "POST"
        return read_asked(wish, parameters, query, edition, self._settings.page_rows, tagged=tagged)

    def _known(self, request: Request, asked: Asked) -> Response | None:
        """Answer from what is kept, or from what the client has."""
        note(request.scope, cache="miss")
        if request.headers.get("cache-control", "") in ("no-cache", "no-store"):
            return None
        known = request.headers.get("if-none-match", "")
        if asked.tag and asked.tag in known:
            return _unchanged(asked.tag)
        if asked.lasting and (found := self._service.cache.get(asked.key)):
            note(request.scope, cache="hit", form=found.form)
            # A star stands for any answer (RFC 9110, section 13.1.2), so there must be one.
            star = known.strip() == "*" and bool(asked.tag)
            return _unchanged(asked.tag) if star else _kept(found, asked.tag)
        return None

    def _submit(self, request: Request, job: Job, parameters: Parameters, *, page: bool) -> Ticket:
        client = request.client.host if request.client else ""
        # HTTP/1.0 marks the end of an answer by closing, so a part would look like the whole.
        whole = page or request.scope["http_version"] == "1.0"
        return self._service.pool.submit(job, client, seconds=parameters.timeout, whole=whole)

    async def _resolved(self, request: Request, parameters: Parameters) -> str:
        """Give the query, with the rows of other servers where it asks some."""
        query = parameters.query or ""
        while True:
            edition = self._service.edition
            resolved = await self._federation.resolve(
                query, endpoint_url(request), partial(self._ask, request, parameters)
            )
            # Where another release was taken up meanwhile, the rows may have been asked for with the old one.
            if edition is self._service.edition:
                return resolved

    async def _ask(self, request: Request, parameters: Parameters, text: str) -> bytes:
        """Evaluate a query of the server's own over the dataset of a request; give its rows as JSON."""
        job = Job(
            text,
            endpoint_url(request),
            parameters.default_graphs,
            parameters.named_graphs,
            dict.fromkeys(("select", "ask", "construct", "describe"), ox.QueryResultsFormat.JSON.media_type),
        )
        ticket = self._submit(request, job, parameters, page=True)
        _, watch = await opened(ticket, request.receive)
        watch.end()
        return ticket.content()

    def _response(
        self, asked: Asked, ticket: Ticket, head: Head, watch: Watch, parameters: Parameters
    ) -> Response:
        choice = asked.choices.results if head.form in ("select", "ask") else asked.choices.graphs
        if choice is None:
            raise AnswerBroken
        headers = {"Content-Type": choice.content_type}
        volatile = head.volatile or not asked.lasting
        headers |= {"Cache-Control": "no-store"} if volatile else _cacheable(asked.tag)
        if head.gzip:
            headers["Content-Encoding"] = "gzip"

        def keep(body: bytes) -> None:
            if not volatile:
                self._service.cache.put(asked.key, Cached(body, choice.content_type, head.gzip, head.form))

        if not ticket.complete:
            return Streamed(ticket, watch, headers, self._service.cache.largest, keep)
        watch.end()
        body = ticket.content()
        if choice.format is HTML:
            pages = asked.edition.pages
            # Pickled by a worker of ours, over a socket that nobody else has.
            excerpt = pickle.loads(body)  # noqa: S301
            body = pages.answer(asked.job.base, parameters, pages.result(excerpt, parameters)).encode()
        keep(body)
        return Response(body, headers=headers)

    def _problem(self, request: Request, query: str, problem: Problem) -> Response:
        choice = choose(accepted(request), (_JSON, HTML))
        if choice is not None and choice.format is HTML:
            return HTMLResponse(
                self._service.edition.pages.problem(endpoint_url(request), query, problem), problem.status
            )
        return problem_response(problem)


def form_response(page: str, status: int = 200) -> Response:
    """Send the form: the one page on which scripts run, those of this server and no others."""
    return HTMLResponse(page, status, {"Content-Security-Policy": _FORM_POLICY})


def sparql_routes(endpoint: Endpoint) -> APIRouter:
    """Give the routes: GET and POST as OpenAPI describes them, and one for every other method."""
    router = APIRouter()
    router.add_api_route(
        PATH,
        endpoint.respond,
        methods=["GET"],
        response_class=Response,
        summary="Ask a query, or read the service description",
        openapi_extra=openapi.get_operation(),
    )
    router.add_api_route(
        PATH,
        endpoint.respond,
        methods=["POST"],
        response_class=Response,
        summary="Ask a query",
        openapi_extra=openapi.post_operation(),
    )
    router.routes.append(Route(PATH, endpoint, include_in_schema=False))
    router.routes.append(Route(f"{PATH}/", _without_slash, methods=["GET", "POST"], include_in_schema=False))
    return router


async def _without_slash(request: Request) -> Response:
    # Relative, for behind a proxy the server may not know its own address; 308 keeps the method and body.
    query = request.scope["query_string"].decode("latin-1")
    return Response(status_code=308, headers={"Location": f"..{PATH}{'?' if query else ''}{query}"})


def _cacheable(tag: str) -> dict[str, str]:
    # Anybody may keep an answer, but has to ask whether there is a newer release.
    headers = {"Cache-Control": "public, no-cache", "Vary": "Accept, Accept-Encoding"}
    return headers | {"ETag": tag} if tag else headers


def _kept(found: Cached, tag: str) -> Response:
    headers = {"Content-Type": found.content_type} | _cacheable(tag)
    if found.gzip:
        headers["Content-Encoding"] = "gzip"
    return Response(found.body, headers=headers)


def _without_body(response: Response) -> Response:
    headers = dict(response.headers)
    if isinstance(response, Streamed):
        response.cancel()
    else:
        headers["content-length"] = str(len(response.body))
    return Response(status_code=response.status_code, headers=headers)


def _unchanged(tag: str) -> Response:
    return Response(status_code=304, headers=_cacheable(tag))
