"""The route ``/sparql``: the SPARQL 1.1 Protocol over a store."""

from __future__ import annotations

import logging
import traceback
from collections.abc import Callable, Mapping
from functools import partial

from anyio import CapacityLimiter, to_thread
from fastapi import APIRouter, Request, Response
from fastapi.responses import HTMLResponse, JSONResponse
from rdflib import Graph
from starlette.requests import ClientDisconnect
from starlette.routing import Route
from starlette.types import Receive, Scope, Send

from claimgraph import openapi
from claimgraph.description import serialise
from claimgraph.errors import QueryError, QueryRefused, RequestError
from claimgraph.federation import Federation
from claimgraph.negotiation import GRAPHS, HTML, RESULTS, Choice, Format, choose, named
from claimgraph.pages import Pages, Problem
from claimgraph.protocol import METHODS, Parameters, endpoint_url, read_parameters
from claimgraph.querytext import Query, read_query
from claimgraph.settings import Settings
from claimgraph.store import Store

PATH = "/sparql"

_LOG = logging.getLogger("claimgraph.endpoint")
_FORM_POLICY = (
    # YASGUI writes style attributes and shows icons from data URLs.
    "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
_EXCERPT = 200
_JSON = Format(("json",), "application/json")


class Endpoint:
    """Answers requests of the SPARQL 1.1 Protocol; the event loop never evaluates a query."""

    def __init__(
        self, store: Store, pages: Pages, describe: Callable[[str], Graph], settings: Settings
    ) -> None:
        self._store = store
        self._pages = pages
        self._describe = describe
        self._settings = settings
        self._threads = CapacityLimiter(settings.query_threads)
        self._federation = Federation(settings)

    async def respond(self, request: Request) -> Response:
        """Answer one request; whatever goes wrong becomes a status with a plain sentence."""
        query = ""
        try:
            if request.method == "OPTIONS":
                return Response(status_code=204, headers={"Allow": METHODS})
            parameters = await read_parameters(request, self._settings)
            query = parameters.query or ""
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
            excerpt = _line(query, error.line or 0, error.column or 1)
            problem = Problem(status, error.message, error.remedy, error.line, error.column, excerpt)
            response = self._problem(request, query, problem)
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
        choice = self._choice(request, parameters, GRAPHS)
        url = endpoint_url(request)
        if choice.format is HTML:
            return form_response(self._pages.form(url))
        content = await to_thread.run_sync(
            lambda: serialise(self._describe(url), choice.format), limiter=self._threads
        )
        return Response(content, media_type=choice.content_type)

    async def _answer(self, request: Request, parameters: Parameters) -> Response:
        url = endpoint_url(request)
        text = parameters.query or ""
        resolved = await self._federation.resolve(text, url, partial(self._ask, parameters, url))
        query = read_query(resolved, url, self._store.prefixes)
        choice = self._choice(request, parameters, RESULTS if query.form in ("select", "ask") else GRAPHS)
        content = await to_thread.run_sync(
            self._evaluated, query, parameters, choice, url, limiter=self._threads
        )
        return Response(content, headers={"Content-Type": choice.content_type})

    async def _ask(self, parameters: Parameters, url: str, text: str) -> bytes:
        """Evaluate a query of the server's own over the dataset of a request; give its rows as JSON."""
        query = read_query(text, url, self._store.prefixes)
        choice = Choice(RESULTS[0], RESULTS[0].media_type)
        return await to_thread.run_sync(
            self._evaluated, query, parameters, choice, url, limiter=self._threads
        )

    def _evaluated(self, query: Query, parameters: Parameters, choice: Choice, url: str) -> bytes:
        try:
            return self._written(query, parameters, choice, url)
        except Exception as error:
            # The engine's results may not leave the thread that made them, not even inside a traceback.
            failure: BaseException | None = error
            while failure is not None:
                traceback.clear_frames(failure.__traceback__)
                failure = failure.__context__
            raise

    def _written(self, query: Query, parameters: Parameters, choice: Choice, url: str) -> bytes:
        answer = self._store.evaluate(query, url, parameters.default_graphs, parameters.named_graphs)
        if choice.format.engine is not None:
            return answer.serialise(choice.format.engine)
        return self._pages.answer(url, parameters, self._pages.result(answer, parameters)).encode()

    def _choice(self, request: Request, parameters: Parameters, offered: tuple[Format, ...]) -> Choice:
        if parameters.format is not None:
            choice = named(parameters.format, (*offered, HTML))
        else:
            choice = choose(_accept(request), (*offered, HTML))
        if choice is None:
            names = ", ".join(each.names[0] for each in offered)
            types = ", ".join(each.media_type for each in offered)
            raise RequestError(
                406,
                "The answer cannot be given in a format that this request accepts.",
                remedy=f"Accept one of {types}, or add format= with one of {names}.",
            )
        return choice

    def _problem(self, request: Request, query: str, problem: Problem) -> Response:
        choice = choose(_accept(request), (_JSON, HTML))
        if choice is not None and choice.format is HTML:
            return HTMLResponse(self._pages.problem(endpoint_url(request), query, problem), problem.status)
        return problem_response(problem)


def _line(query: str, line: int, column: int) -> str:
    """Give a line as it stands, or of a long one what is around the column."""
    lines = query.split("\n")
    if not 1 <= line <= len(lines):
        return ""
    whole = lines[line - 1].rstrip()
    if len(whole) <= _EXCERPT:
        return whole
    start = max(0, min(column - _EXCERPT // 2, len(whole) - _EXCERPT))
    cut = whole[start : start + _EXCERPT]
    return f"{'…' if start else ''}{cut}{'…' if start + _EXCERPT < len(whole) else ''}"


def form_response(page: str, status: int = 200) -> Response:
    """Send the form: the one page on which scripts run, those of this server and no others."""
    return HTMLResponse(page, status, {"Content-Security-Policy": _FORM_POLICY})


def problem_response(problem: Problem, headers: Mapping[str, str] | None = None) -> Response:
    """Write a problem as the JSON that every error of the server comes as, unless a page is wanted."""
    content = {
        "status": problem.status,
        "message": problem.message,
        "line": problem.line,
        "column": problem.column,
        "excerpt": problem.excerpt or None,
        "remedy": problem.remedy,
    }
    return JSONResponse(content, problem.status, headers=headers)


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
    router.routes.append(Route(PATH, _Everything(endpoint), include_in_schema=False))
    router.routes.append(Route(f"{PATH}/", _without_slash, methods=["GET", "POST"], include_in_schema=False))
    return router


async def _without_slash(request: Request) -> Response:
    # Relative, for behind a proxy the server may not know its own address; 308 keeps the method and body.
    query = request.scope["query_string"].decode("latin-1")
    return Response(status_code=308, headers={"Location": f"..{PATH}{'?' if query else ''}{query}"})


class _Everything:
    """Answers the methods that OpenAPI does not describe; an ASGI application takes them all."""

    def __init__(self, endpoint: Endpoint) -> None:
        self._endpoint = endpoint

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        response = await self._endpoint.respond(Request(scope, receive))
        await response(scope, receive, send)


def _accept(request: Request) -> str | None:
    headers = request.headers.getlist("accept")
    return ", ".join(headers) if headers else None


def _without_body(response: Response) -> Response:
    length = str(len(response.body))
    return Response(
        status_code=response.status_code, headers=dict(response.headers) | {"content-length": length}
    )
