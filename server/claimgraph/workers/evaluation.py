"""How a worker answers one job."""

from __future__ import annotations

import gzip
import pickle
from contextlib import suppress
from dataclasses import replace

import pyoxigraph as ox

from claimgraph.answers import Answer, Excerpt, ResultFormat
from claimgraph.errors import AnswerTooLarge, QueryFailed, QueryRefused
from claimgraph.glance import glance
from claimgraph.namespaces import BASE
from claimgraph.querytext import Form, read_query
from claimgraph.settings import Settings
from claimgraph.site.page import Asked
from claimgraph.store import Store
from claimgraph.workers.desk import Desk
from claimgraph.workers.jobs import PAGE, Failure, Head, Job, PageJob
from claimgraph.workers.output import WORTH_COMPRESSING, Output

_XML = (ox.QueryResultsFormat.XML, ox.RdfFormat.RDF_XML)


def evaluate(job: Job | PageJob, desk: Desk, settings: Settings, output: Output) -> bool:
    """Answer a job into ``output``; False if this process should not be used again.

    Whatever goes wrong becomes a Failure there, also after a part of the answer.
    """
    form: Form | None = None
    try:
        if isinstance(job, PageJob):
            _render(job, desk, output)
            return True
        form, volatile, answer = _answer(job, desk.store, settings)
        into = job.formats[form]
        if into is None:
            output.fail(Failure("unsuitable", "", form=form))
            return True
        engine = None if into == PAGE else _engine(form, into)
        output.begin(Head(form, volatile, job.gzip), xml=engine in _XML)
        if engine is None:
            output.write(pickle.dumps(_excerpt(answer, job.rows, desk)))
        else:
            output.take(answer, engine)
        output.end()
    except (QueryFailed, QueryRefused) as error:
        kind = "refused" if isinstance(error, QueryRefused) else "failed"
        output.fail(Failure(kind, error.message, error.remedy, error.line, error.column, form))  # type: ignore[arg-type]
    except AnswerTooLarge:
        output.fail(Failure("large", "", form=form))
    except MemoryError:
        output.fail(Failure("memory", "", form=form))
        return False
    except (OSError, KeyboardInterrupt, SystemExit):
        raise
    except BaseException as error:
        # The engine's panics derive from BaseException; what state they leave it in is unknown.
        output.fail(Failure("broken", type(error).__name__, form=form))
        return False
    return True


def _answer(job: Job, store: Store, settings: Settings) -> tuple[Form, bool, Answer]:
    """Give the form of a query, whether it may be answered differently each time, and its answer."""
    graphs = (job.default_graphs or None, job.named_graphs or None)
    if seen := glance(job.query, settings):
        # What the engine refuses is read closely, to say where and why.
        with suppress(SyntaxError):
            return seen.form, False, store.run(job.query, seen.form, job.base, *graphs, plain=not seen.graphs)
    query = read_query(job.query, job.base, store.prefixes, settings)
    return query.form, query.volatile, store.evaluate(query, job.base, *graphs)


def _render(job: PageJob, desk: Desk, output: Output) -> None:
    parameters: dict[str, list[str]] = {}
    for name, value in job.parameters:
        parameters.setdefault(name, []).append(value)
    asked = Asked(job.path, parameters, job.root, job.endpoint, job.release)
    rendered = desk.site.render(asked, job.media_type)
    if job.gzip and len(rendered.body) > WORTH_COMPRESSING:
        rendered = replace(rendered, body=gzip.compress(rendered.body, 6, mtime=0), gzip=True)
    output.begin(Head("page", volatile=False, gzip=False), xml=False)
    output.write(pickle.dumps(rendered))
    output.end()


def _excerpt(answer: Answer, rows: int, desk: Desk) -> Excerpt:
    found = answer.excerpt(rows)
    names = {term for row in found.rows for term in row if isinstance(term, ox.NamedNode)}
    ours = [each for each in names if each.value.startswith(BASE)]
    return replace(found, labels={each.value: desk.site.reader.label(each) for each in ours})


def _engine(form: Form, media_type: str) -> ResultFormat:
    kinds: type[ox.QueryResultsFormat] | type[ox.RdfFormat] = (
        ox.QueryResultsFormat if form in ("select", "ask") else ox.RdfFormat
    )
    found = kinds.from_media_type(media_type)
    if found is None:
        raise ValueError(f"the engine has no format {media_type}")
    return found
