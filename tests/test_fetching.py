"""Asking another host: patience, bounds and kept answers, over a mock transport and a real connection."""

import gzip
import json
import threading
from dataclasses import replace

import httpx2 as httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimgraph.errors import RemoteError
from claimgraph.linking.answercache import AnswerCache
from claimgraph.linking.fetching import Fetcher, retry_after
from claimgraph.linking.settings import LINK_DEFAULTS
from wikibase import JSON, Time, Wikibase, ok, served

ASKED = {"action": "wbgetentities", "ids": "Q5"}


@pytest.fixture(autouse=True)
def no_proxy(monkeypatch):
    for name in ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.lower(), raising=False)


@pytest.fixture
def wikibase():
    return Wikibase()


@pytest.fixture
def passing():
    return Time()


def fetcher(passing, transport=None, cache=None, **changes):
    settings = replace(LINK_DEFAULTS, **changes)
    return Fetcher(
        settings,
        cache=cache,
        transport=transport,
        clock=passing.clock,
        sleep=passing.sleep,
        now=passing.now,
        tell=lambda _: None,
    )


@pytest.fixture(params=["mock", "loopback"])
def get(request, wikibase, passing):
    """Ask the recorded Wikibase in either way; settings may be changed."""
    if request.param == "mock":

        def over_mock(path="/w/api.php", **changes):
            with fetcher(passing, wikibase.transport(), **changes) as made:
                return made.get(f"https://wikibase.example{path}", ASKED)

        yield over_mock
        return
    with served(wikibase) as address:

        def over_loopback(path="/w/api.php", **changes):
            with fetcher(passing, **changes) as made:
                return made.get(f"{address}{path}", ASKED)

        yield over_loopback


def test_an_answer_is_json_and_the_request_says_who_asks(get, wikibase):
    assert get(contact="mailto:desk@newsroom.example")["entities"]["Q5"]["id"] == "Q5"
    (headers,) = wikibase.headers
    assert headers["user-agent"].startswith("claimgraph/")
    assert "(mailto:desk@newsroom.example)" in headers["user-agent"]
    assert headers["accept-encoding"] == "gzip"
    assert "cookie" not in headers


def test_a_busy_host_is_asked_again_when_it_says(get, wikibase, passing):
    wikibase.first = [(429, JSON | {"Retry-After": "7"}, b"{}"), (503, JSON, b"{}")]
    assert get()["entities"]
    assert len(wikibase.asked) == 3
    assert sum(passing.slept) == pytest.approx(7 + 2)


def test_retry_after_may_be_a_date(get, wikibase, passing):
    wikibase.first = [(503, JSON | {"Retry-After": "Mon, 30 Nov 2026 12:00:30 GMT"}, b"")]
    assert get()["entities"]
    assert sum(passing.slept) == pytest.approx(30)


def test_a_host_that_wants_to_be_left_alone_for_long_is(get, wikibase, passing):
    wikibase.first = [(429, {"Retry-After": "3600"}, b"")]
    with pytest.raises(RemoteError, match="left alone for 60 minutes"):
        get()
    assert (len(wikibase.asked), passing.slept) == (1, [])


def test_it_backs_off_twice_as_long_each_time_and_gives_up(get, wikibase, passing):
    wikibase.first = [(503, {}, b"")] * 9
    with pytest.raises(RemoteError, match=r"answers with the status 503, 5 times in a row.*--offline"):
        get(pause=0)
    assert (len(wikibase.asked), passing.slept) == (5, [1, 2, 4, 8])


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        ((200, JSON, b'{"entities": '), "no JSON"),
        ((200, JSON, b"\xff\xfe{}"), "no JSON"),
        ((200, JSON, b"[" * 100_000), "no JSON"),
        (
            (200, {"Content-Type": "text/html"}, b"<p>hello</p>"),
            "does not answer with JSON but with text/html",
        ),
        ((200, {}, b"{}"), "does not answer with JSON"),
        ((404, JSON, b"{}"), "status 404"),
        ((403, JSON, b"{}"), "status 403"),
        ((200, JSON | {"Content-Encoding": "br"}, b"{}"), "encoding 'br'"),
        ((200, JSON | {"Content-Encoding": "gzip"}, b"{}"), "cannot be unpacked"),
    ],
)
def test_an_answer_that_will_not_get_better_is_an_error_at_once(get, wikibase, passing, answer, words):
    wikibase.first = [answer]
    with pytest.raises(RemoteError, match=words):
        get()
    assert (len(wikibase.asked), passing.slept) == (1, [])


def test_a_huge_answer_is_not_read_to_the_end(get, wikibase):
    wikibase.first = [(200, JSON, b"[" + b"1," * 5_000_000 + b"1]")]
    with pytest.raises(RemoteError, match="more than 100,000 bytes"):
        get(answer_bytes=100_000)


def test_a_huge_answer_that_is_packed_small_is_not_unpacked(get, wikibase):
    wikibase.first = [(200, JSON | {"Content-Encoding": "gzip"}, gzip.compress(b" " * 50_000_000))]
    with pytest.raises(RemoteError, match="more than 100,000 bytes"):
        get(answer_bytes=100_000)


@given(st.binary(max_size=2_000), st.integers(1, 200))
def test_whatever_comes_packed_is_read_in_full_or_refused(content, room):
    wikibase = Wikibase()
    text = json.dumps(content.hex()).encode()
    wikibase.first = [(200, JSON | {"Content-Encoding": "gzip"}, gzip.compress(text))]
    with fetcher(Time(), wikibase.transport(), answer_bytes=room) as made:
        if len(text) <= room:
            assert made.get("https://wikibase.example/", {}) == content.hex()
        else:
            with pytest.raises(RemoteError):
                made.get("https://wikibase.example/", {})


def test_a_redirect_on_the_same_host_is_followed(get, wikibase):
    wikibase.first = [(301, {"Location": "/w/api.php?action=wbgetentities&ids=Q515"}, b"")]
    assert get("/old")["entities"]["Q515"]["labels"]["en"]["value"] == "city"


@pytest.mark.parametrize(
    "location",
    ["https://elsewhere.example/w/api.php", "//elsewhere.example/", "ftp://x/", "file:///etc/hosts", ""],
)
def test_a_redirect_elsewhere_is_not(get, wikibase, location):
    wikibase.first = [(302, {"Location": location}, b"")]
    # An empty one leads back to where it came from.
    words = "without end|not followed" if not location else "which is not followed"
    wikibase.first *= 9
    with pytest.raises(RemoteError, match=words):
        get()
    assert len(wikibase.asked) == (4 if not location else 1)


def test_a_redirect_from_https_to_http_is_not_followed(wikibase, passing):
    wikibase.first = [(302, {"Location": "http://wikibase.example/w/api.php"}, b"")]
    with (
        fetcher(passing, wikibase.transport()) as made,
        pytest.raises(RemoteError, match="which is not followed"),
    ):
        made.get("https://wikibase.example/w/api.php", ASKED)


def test_a_loop_of_redirects_ends(get, wikibase):
    wikibase.first = [(302, {"Location": "/w/api.php"}, b"")] * 9
    with pytest.raises(RemoteError, match="without end"):
        get()
    assert len(wikibase.asked) == 4


def test_a_form_is_never_redirected(wikibase, passing):
    wikibase.first = [(307, {"Location": "/reconcile/"}, b"")]
    with fetcher(passing, wikibase.transport()) as made, pytest.raises(RemoteError, match="not followed"):
        made.post("https://wikibase.example/reconcile", {"queries": "{}"})


def test_a_truncated_answer_is_asked_for_again(wikibase, passing):
    wikibase.first = [(200, JSON | {"Content-Length": "900"}, b'{"entities": {')]
    with served(wikibase) as address, fetcher(passing) as made:
        assert made.get(f"{address}/w/api.php", ASKED)["entities"]
    assert len(wikibase.asked) == 2


def test_a_packed_answer_that_breaks_off_is_asked_for_again(get, wikibase):
    wikibase.first = [(200, JSON | {"Content-Encoding": "gzip"}, gzip.compress(b"{}")[:-4])]
    assert get()["entities"]
    assert len(wikibase.asked) == 2


def test_a_slow_answer_is_given_up(wikibase, passing):
    heard = threading.Event()

    def hang():
        heard.wait(10)
        return ok({})

    wikibase.first = [hang, hang]
    with served(wikibase) as address:
        with (
            fetcher(passing, timeout=0.05, attempts=2) as made,
            pytest.raises(RemoteError, match="does not answer in time, 2 times in a row"),
        ):
            made.get(f"{address}/w/api.php", ASKED)
        heard.set()


def test_an_answer_in_drops_is_given_up(passing):
    class Drops(httpx.SyncByteStream):
        def __iter__(self):
            for _ in range(100):
                passing.sleep(10)
                yield b" "

    transport = httpx.MockTransport(lambda _: httpx.Response(200, headers=JSON, stream=Drops()))
    with (
        fetcher(passing, transport, whole_answer=60, attempts=1) as made,
        pytest.raises(RemoteError, match="does not answer in time"),
    ):
        made.get("https://wikibase.example/", {})
    assert sum(passing.slept) == 70


def test_nobody_there(wikibase, passing):
    with served(wikibase) as address:
        gone = address
    with fetcher(passing, attempts=2) as made, pytest.raises(RemoteError, match="cannot be reached"):
        made.get(gone, {})


def test_requests_are_made_one_after_the_other_with_a_pause(wikibase, passing):
    with fetcher(passing, wikibase.transport(), pause=0.5) as made:
        for name in ("Q5", "Q515", "Q30461"):
            made.get("https://wikibase.example/w/api.php", {**ASKED, "ids": name})
    assert passing.slept == [0.5, 0.5]


def test_a_body_that_says_the_host_is_busy_is_asked_for_again(wikibase, passing):
    wikibase.first = [ok({"error": {"code": "maxlag"}})]
    with fetcher(passing, wikibase.transport()) as made:
        answer = made.get(
            "https://wikibase.example/w/api.php", ASKED, lambda each: 5 if "error" in each else None
        )
    assert "entities" in answer
    assert passing.slept == [5]


def test_answers_are_kept_for_a_day_and_failures_never(wikibase, passing, tmp_path):
    cache = AnswerCache(tmp_path, 86_400, passing.now)
    wikibase.first = [(404, JSON, b"{}")]
    with fetcher(passing, wikibase.transport(), cache) as made:
        with pytest.raises(RemoteError):
            made.get("https://wikibase.example/w/api.php", ASKED)
        first = made.get("https://wikibase.example/w/api.php", ASKED)
        assert made.get("https://wikibase.example/w/api.php", ASKED) == first
        assert len(wikibase.asked) == 2
        passing.sleep(86_401)
        made.get("https://wikibase.example/w/api.php", ASKED)
        assert len(wikibase.asked) == 3


@pytest.mark.parametrize(
    ("written", "seconds"),
    [
        ("0", 0),
        ("120", 120),
        ("Mon, 30 Nov 2026 12:01:00 GMT", 60),
        ("Mon, 30 Nov 2026 11:00:00 GMT", 0),
        ("", None),
        ("soon", None),
        ("-5", None),
        ("1.5", None),
        ("²", None),
    ],
)
def test_retry_after(written, seconds):
    assert retry_after(written, Time().now()) == seconds


@given(st.text(max_size=40))
def test_no_retry_after_is_an_error_or_in_the_past(written):
    wait = retry_after(written, Time().now())
    assert wait is None or wait >= 0
