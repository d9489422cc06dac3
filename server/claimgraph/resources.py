"""Pages of the site over HTTP: every name of the graph, in the format that the client likes best."""

from __future__ import annotations

import pickle
from collections.abc import Mapping
from urllib.parse import quote

from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response

from claimgraph.asking import accepted
from claimgraph.cache import Cached, Key, etag
from claimgraph.editions import Service
from claimgraph.errors import AnswerBroken, LimitExceeded, QueryError, RequestError
from claimgraph.formdata import read_pairs
from claimgraph.negotiation import GRAPHS, HTML, Choice, choose, named, takes_gzip
from claimgraph.problems import Problem, problem_response
from claimgraph.protocol import FIELDS, endpoint_url
from claimgraph.record import note
from claimgraph.site.addresses import split_suffix
from claimgraph.site.page import Rendered
from claimgraph.streaming import opened
from claimgraph.workers.jobs import PageJob

_OFFERED = (HTML, *GRAPHS)
_SCRIPTED = (
    "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self'; img-src 'self' data:; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
_ACCEPTED = ", ".join(each.media_type for each in _OFFERED)


class Resources:
    """Answers GET and HEAD for the pages of the site; a worker writes them, within the limits of a query."""

    def __init__(self, service: Service) -> None:
        self._service = service

    async def answer(self, request: Request) -> Response:
        """Answer one request; whatever goes wrong becomes a status with a plain sentence."""
        try:
            response = await self._answer(request)
        except (ClientDisconnect, AnswerBroken):
            return Response(status_code=400)
        except RequestError as error:
            response = problem_response(Problem(error.status, error.message, error.remedy), error.headers)
        except LimitExceeded as error:
            note(request.scope, limit=error.limit[0])
            problem = Problem(error.status, error.message, error.remedy, limit=error.limit)
            response = problem_response(problem, {"Retry-After": str(error.retry)} if error.retry else {})
        except QueryError as error:
            response = problem_response(Problem(500, error.message, error.remedy))
        if request.method == "HEAD":
            headers = dict(response.headers) | {"content-length": str(len(response.body))}
            return Response(status_code=response.status_code, headers=headers)
        return response

    async def _answer(self, request: Request) -> Response:
        edition = self._service.edition
        path, suffix = split_suffix(_path(request))
        parameters = _parameters(request)
        choice = _choice(request, suffix or dict(parameters).get("format", ""))
        gzip = takes_gzip(", ".join(request.headers.getlist("accept-encoding")))
        media_type = choice.format.engine.media_type if choice.format.engine else HTML.media_type
        job = PageJob(
            path,
            tuple(pair for pair in parameters if pair[0] != "format"),
            _root(request),
            endpoint_url(request),
            edition.release,
            media_type,
            gzip,
        )
        key: Key = ("page", edition.key, job.encode())
        tag = etag((*key, choice.content_type))
        note(request.scope, form="page", cache="miss")
        if tag in request.headers.get("if-none-match", ""):
            return Response(status_code=304, headers=_headers(tag))
        if found := self._service.cache.get(key):
            note(request.scope, cache="hit")
            return _response(pickle.loads(found.body), choice, tag)  # noqa: S301
        client = request.client.host if request.client else ""
        ticket = self._service.pool.submit(job, client, whole=True)
        _, watch = await opened(ticket, request.receive)
        watch.end()
        content = ticket.content()
        # Pickled by a worker of ours, over a socket that nobody else has.
        rendered: Rendered = pickle.loads(content)  # noqa: S301
        if rendered.status == 200:
            self._service.cache.put(key, Cached(content, "", gzip=False, form="page"))
        elif choice.format is not HTML:
            return problem_response(_problem(rendered.status))
        return _response(rendered, choice, tag)


def _response(rendered: Rendered, choice: Choice, tag: str) -> Response:
    headers = {"Content-Type": rendered.media_type or choice.content_type}
    headers |= _headers(tag) if rendered.status == 200 else {"Cache-Control": "no-store", "Vary": "Accept"}
    if rendered.gzip:
        headers["Content-Encoding"] = "gzip"
    if rendered.private:
        headers["Cross-Origin-Resource-Policy"] = "same-origin"
    if rendered.scripts:
        headers["Content-Security-Policy"] = _SCRIPTED
    return Response(rendered.body, rendered.status, headers)


def _problem(status: int) -> Problem:
    if status == 404:
        return Problem(404, "The graph says nothing of this name.", "GET / lists where to begin.")
    return Problem(status, "The request names nothing that could be known.", "As HTML the answer says why.")


def _headers(tag: str) -> Mapping[str, str]:
    return {"Cache-Control": "public, no-cache", "Vary": "Accept, Accept-Encoding", "ETag": tag}


def _choice(request: Request, name: str) -> Choice:
    found = named(name, _OFFERED) if name else choose(accepted(request), _OFFERED)
    if found is None:
        raise RequestError(
            406,
            "This page has no format that the request accepts.",
            remedy=f"Accept one of {_ACCEPTED}, or end the address with .html, .ttl, .jsonld, .nt or .rdf.",
        )
    return found


def _parameters(request: Request) -> list[tuple[str, str]]:
    try:
        return read_pairs(request.scope["query_string"], FIELDS)
    except UnicodeDecodeError:
        raise RequestError(
            400, "Bytes in the query string are not UTF-8.", remedy="Encode it as UTF-8."
        ) from None
    except ValueError:
        raise RequestError(
            400, "There are too many fields.", remedy="Leave out what is not needed."
        ) from None


def _path(request: Request) -> str:
    """Give the path as it came: what is escaped in it may be a part of a name."""
    raw = request.scope.get("raw_path") or quote(request.scope["path"]).encode()
    return raw.decode("latin-1").removeprefix(_root(request)).lstrip("/")


def _root(request: Request) -> str:
    return str(request.scope.get("root_path", "")).rstrip("/")
