"""The web application: rdflib-endpoint's, with a route for ``/sparql`` and a page for people of our own."""

from __future__ import annotations

import asyncio
import gzip
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from functools import partial
from typing import Any

from fastapi import APIRouter, FastAPI, Request, Response
from rdflib import Graph
from rdflib_endpoint import SparqlEndpoint, SparqlRouter
from starlette._utils import get_route_path
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Receive, Scope, Send

from claimgraph import __version__, openapi
from claimgraph.assets import Asset, assets
from claimgraph.description import describe
from claimgraph.editions import Service
from claimgraph.endpoint import PATH, Endpoint, form_response, sparql_routes
from claimgraph.express import Express
from claimgraph.headers import Headers
from claimgraph.journal import Journal
from claimgraph.metrics import HEALTH_PATH, METRICS_PATH, Health, Metrics
from claimgraph.negotiation import takes_gzip
from claimgraph.problems import Problem, problem_response
from claimgraph.protocol import endpoint_url
from claimgraph.record import Recorder, Register, Traffic
from claimgraph.replay import Replay
from claimgraph.resources import Resources
from claimgraph.wellknown import VOID_PATH, void_query, void_route

HEADER_BYTES = 64_000
QUERY_PATH = "/query"
TITLE = "claimgraph"
DESCRIPTION = (
    "Who said what in the news, on whose behalf, who denies it, and where in the article that stands. "
    "Answers tell what is claimed, not what is so."
)


class Application(SparqlEndpoint):
    """rdflib-endpoint's application without its own route for ``/sparql``.

    That route prepares queries with rdflib and evaluates them in the event loop; see ``endpoint`` for ours.
    """

    def __init__(self, *arguments: Any, **options: Any) -> None:  # noqa: ANN401
        super().__init__(*arguments, **options)
        self.direct: dict[str, ASGIApp] = {}
        self.recorded: ASGIApp = self._dispatch
        self.express: Express | None = None

    def include_router(self, router: APIRouter, *arguments: Any, **options: Any) -> None:  # noqa: ANN401
        """Take in the routes of a router, but not rdflib-endpoint's."""
        if not isinstance(router, SparqlRouter):
            super().include_router(router, *arguments, **options)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Hand a request for an answer to the endpoint at once, and all others to the routes.

        rdflib-endpoint wraps every route in a middleware that hides from it that a client is gone, and that
        ends an answer which broke off as if it were whole.
        """
        await self.recorded(scope, receive, send)

    async def _dispatch(self, scope: Scope, receive: Receive, send: Send) -> None:
        direct: ASGIApp | None = None
        if scope["type"] == "http":
            direct = _unfit(scope) or self.direct.get(get_route_path(scope))
        await (direct or super().__call__)(scope, receive, send)


def _unfit(scope: Scope) -> ASGIApp | None:
    """Refuse what the HTTP parser lets through: no Host in HTTP/1.1 (RFC 9112, 3.2), or a huge head."""
    headers = scope["headers"]
    if sum([len(name) + len(value) for name, value in headers]) > HEADER_BYTES:
        problem = Problem(431, "The header of the request is too long.", "Leave out what is not needed.")
    elif scope["http_version"] == "1.1" and not any(name == b"host" for name, _ in headers):
        problem = Problem(400, "The request names no host.", "Send a Host header, as HTTP/1.1 wants it.")
    else:
        return None
    return Headers(problem_response(problem, {"Connection": "close"}))


@asynccontextmanager
async def _lifespan(
    service: Service, background: Sequence[Callable[[], Awaitable[None]]], app: FastAPI
) -> AsyncIterator[None]:
    service.pool.open()
    tasks = [asyncio.ensure_future(each()) for each in background]
    try:
        yield
    finally:
        for task in tasks:
            task.cancel()
        service.pool.close()


def create_app(
    service: Service,
    background: Sequence[Callable[[], Awaitable[None]]] = (),
    journal: Journal | None = None,
) -> Application:
    """Make the application that serves what a service has; each request is noted in the ``journal``.

    Its lifespan is that of the service's workers, and of what runs in the ``background``.

    The class, its OpenAPI and the frame of the service description are rdflib-endpoint's. Off are its CORS
    rule (any origin, with credentials) and FastAPI's documentation pages (they load from a CDN).
    """
    app = Application(
        path=PATH,
        title=TITLE,
        description=DESCRIPTION,
        version=__version__,
        graph=Graph(),
        cors_enabled=False,
        enable_update=False,
        docs_url=None,
        redoc_url=None,
        lifespan=partial(_lifespan, service, background),
    )

    async def form(request: Request) -> Response:
        pages = service.edition.pages
        slug, query = (request.query_params.get(name) for name in ("question", "query"))
        status = 200 if slug is None or pages.knows(slug) else 404
        return form_response(pages.form(endpoint_url(request), slug, query or ""), status)

    federated = bool(service.settings.service_hosts)
    endpoint = Endpoint(
        service,
        lambda edition, url: describe(edition.summary, url, TITLE, DESCRIPTION, federated=federated),
    )
    app.direct[PATH] = Replay(Headers(endpoint), service)
    app.include_router(sparql_routes(endpoint))
    void = void_route(endpoint.respond, lambda: void_query(service.edition.summary.named_graphs))
    app.add_route(VOID_PATH, void, methods=["HEAD"], include_in_schema=False)
    app.add_api_route(
        VOID_PATH,
        void,
        methods=["GET"],
        response_class=Response,
        summary="Read the description of the dataset",
        openapi_extra=openapi.void_operation(),
    )
    traffic = Traffic()
    register = Register(traffic, journal, queries=service.settings.log_queries)
    app.recorded = Recorder(app.recorded, register)
    app.express = Express(service, register)
    health, metrics = Health(service).answer, Metrics(service, traffic, journal).answer
    resources = Resources(service)

    async def first(request: Request) -> Response:
        return await (resources.answer if service.edition.summary.claims else form)(request)

    plain = {"/": first, QUERY_PATH: form, HEALTH_PATH: health, METRICS_PATH: metrics}
    for path, page in (plain | {path: _sender(asset) for path, asset in assets().items()}).items():
        app.add_route(path, page, methods=["GET", "HEAD"], include_in_schema=False)

    async def resource(request: Request) -> Response:
        if not service.edition.summary.claims:
            raise HTTPException(404)
        return await resources.answer(request)

    app.add_route("/{path:path}", resource, methods=["GET", "HEAD"], include_in_schema=False)
    app.add_exception_handler(HTTPException, _elsewhere)
    app.router.redirect_slashes = False
    app.add_middleware(Headers)
    return app


def _sender(asset: Asset) -> Callable[[Request], Awaitable[Response]]:
    headers = {
        "Content-Type": asset.media_type,
        "Cache-Control": asset.cache_control,
        "Vary": "Accept-Encoding",
    }
    packed = gzip.compress(asset.content, mtime=0)

    async def send(request: Request) -> Response:
        if takes_gzip(", ".join(request.headers.getlist("accept-encoding"))):
            return Response(packed, headers=headers | {"Content-Encoding": "gzip"})
        return Response(asset.content, headers=headers)

    return send


async def _elsewhere(request: Request, error: Exception) -> Response:
    """Answer what no route takes: OPTIONS with the methods of the path, all else in the words of /sparql."""
    if not isinstance(error, HTTPException):
        raise error
    if error.status_code != 405:
        problem = Problem(
            404, "There is nothing at this address.", f"The endpoint is {endpoint_url(request)}."
        )
        return problem_response(problem)
    allowed = {*(error.headers or {}).get("Allow", "").split(", ")} - {""}
    methods = ", ".join(sorted({*allowed, "GET", "HEAD", "OPTIONS"}))
    if request.method == "OPTIONS":
        return Response(status_code=204, headers={"Allow": methods})
    problem = Problem(
        405, f"The method {request.method} does not exist here.", f"This address takes {methods}."
    )
    return problem_response(problem, {"Allow": methods})
