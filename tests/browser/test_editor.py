"""The query page in a browser: YASGUI with our words and no network; the form where no script runs."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Callable, Iterator

import pytest
from selenium.webdriver import ActionChains, Chrome, Keys
from selenium.webdriver.common.by import By
from selenium.webdriver.support.select import Select
from selenium.webdriver.support.wait import WebDriverWait

ACTIVE = ".tabPanel.active"
EDITOR = f"document.querySelector('{ACTIVE} .CodeMirror').CodeMirror"
QUESTIONS = {
    "actors": "#+ summary: Which actors are there?\nPREFIX cg: <https://w3id.org/claimgraph/ontology/>\n"
    "SELECT ?actor { ?actor a cg:Actor } ORDER BY ?actor\n",
    "people": "#+ summary: How many people live <where>?\n"
    "SELECT ?n { ?place <https://w3id.org/claimgraph/ontology/population> ?n }\n",
}


@pytest.fixture(scope="module")
def address(small_graph: dict[str, str], tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A server on the small graph with two stored questions."""
    root = tmp_path_factory.mktemp("graph")
    questions = {f"data/queries/{slug}.rq": text for slug, text in QUESTIONS.items()}
    for name, text in {**small_graph, **questions}.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    server = subprocess.Popen(
        [sys.executable, "-m", "claimgraph", "serve", "--port", "0", "--graph", str(root)],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    assert server.stdout is not None
    found = re.search(r"http://\S+/", server.stdout.readline())
    assert found, "the server did not start"
    yield found.group()
    server.kill()
    server.communicate()


def until(browser: Chrome, selector: str) -> str:
    """Wait until an element is there and says something; give its words."""
    return str(
        WebDriverWait(browser, 20).until(
            lambda at: next(
                (each.text for each in at.find_elements(By.CSS_SELECTOR, selector) if each.text), ""
            )
        )
    )


def run(browser: Chrome, query: str) -> None:
    browser.execute_script(f"{EDITOR}.setValue(arguments[0])", query)  # type: ignore[no-untyped-call]
    browser.find_element(By.CSS_SELECTOR, f"{ACTIVE} .yasqe_queryButton").click()


def complete(browser: Chrome, before: str, typed: str, after: str = "") -> list[str]:
    """Type at the end of a line, ask for completions, and give what is proposed."""
    browser.execute_script(  # type: ignore[no-untyped-call]
        f"const editor = {EDITOR}; editor.setValue(arguments[0] + arguments[1]); editor.focus();"
        "editor.setCursor(editor.posFromIndex(arguments[0].length))",
        before,
        after,
    )
    keys = ActionChains(browser)
    for character in typed:
        keys.send_keys(character)
    keys.key_down(Keys.CONTROL).send_keys(" ").key_up(Keys.CONTROL).perform()
    until(browser, ".CodeMirror-hint")
    return [hint.text for hint in browser.find_elements(By.CSS_SELECTOR, ".CodeMirror-hint")]


def violations(browser: Chrome) -> list[str]:
    entries = browser.get_log("browser")  # type: ignore[no-untyped-call]
    return [entry["message"] for entry in entries if "Content Security Policy" in entry["message"]]


def test_a_stored_question_is_a_tab_and_its_answer_a_table(
    browser: Chrome, address: str, asked: Callable[[Chrome], set[str]]
) -> None:
    browser.get(f"{address}?question=actors")
    assert until(browser, ".tabsList .tab.active").startswith("Which actors are there?")
    assert not browser.find_element(By.CSS_SELECTOR, "form textarea").is_displayed()
    browser.find_element(By.CSS_SELECTOR, f"{ACTIVE} .yasqe_queryButton").click()
    assert "actor:guild" in until(browser, f"{ACTIVE} .yasr_results tbody")
    Select(browser.find_element(By.ID, "stored")).select_by_visible_text("How many people live <where>?")
    assert "120" in until(browser, f"{ACTIVE} .yasr_results tbody")
    assert len(browser.find_elements(By.CSS_SELECTOR, ".tabsList .tab")) == 2
    assert violations(browser) == []
    assert {url for url in asked(browser) if not url.startswith((address, "data:", "chrome:"))} == set()


def test_names_of_the_graph_are_described_here(browser: Chrome, address: str) -> None:
    browser.get(f"{address}?question=actors")
    until(browser, ".tabsList .tab.active")
    browser.find_element(By.CSS_SELECTOR, f"{ACTIVE} .yasqe_queryButton").click()
    until(browser, f"{ACTIVE} .yasr_results tbody")
    browser.find_element(By.LINK_TEXT, "actor:mill").click()
    assert "The mill" in until(browser, f"{ACTIVE} .yasr_results tbody")
    assert browser.current_url.startswith(address)


def test_completion_is_from_this_graph(
    browser: Chrome, address: str, asked: Callable[[Chrome], set[str]]
) -> None:
    browser.get(address)
    until(browser, f"{ACTIVE} .CodeMirror")
    assert complete(browser, "SELECT * {\n ?s ", "cg:mem", "\n}") == ["cg:memberOf"]
    value = str(browser.execute_script(f"return {EDITOR}.getValue()"))  # type: ignore[no-untyped-call]
    assert value.startswith("PREFIX cg: <https://w3id.org/claimgraph/ontology/>\n")
    assert complete(browser, "SELECT * {\n ?s a ", "cg:A", "\n}") == ["cg:Actor  actor", "cg:Article"]
    assert complete(browser, "PREFIX ", "ac") == ["actor: <https://w3id.org/claimgraph/actor/>"]
    known = browser.execute_script("return Object.keys(Yasqe.Autocompleters)")  # type: ignore[no-untyped-call]
    assert known == ["variables", "prefixes", "classes", "properties"]
    assert {url for url in asked(browser) if not url.startswith((address, "data:", "chrome:"))} == set()


def test_an_error_is_told_in_words(browser: Chrome, address: str) -> None:
    browser.get(address)
    until(browser, f"{ACTIVE} .CodeMirror")
    run(browser, "SELECT * {\n ?s nope:x ?o }")
    words = until(browser, f"{ACTIVE} .errorResult")
    assert "`nope:` is not declared. (line 2, column 5)" in words
    assert "Put PREFIX nope:" in words


def test_a_shared_link_asks_no_other_endpoint(
    browser: Chrome, address: str, asked: Callable[[Chrome], set[str]]
) -> None:
    browser.get(
        f"{address}#query=ASK%20%7B%7D&endpoint=http%3A%2F%2Felsewhere.example%2Fsparql&tabTitle=Shared"
    )
    assert until(browser, ".tabsList .tab.active").startswith("Shared")
    assert "True" in until(browser, f"{ACTIVE} .yasr_results")
    assert not any("//elsewhere" in url for url in asked(browser))


def test_without_scripts_the_form_works(browser: Chrome, address: str) -> None:
    browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
    browser.get(f"{address}?question=people")
    assert not browser.find_elements(By.CSS_SELECTOR, "#editor")
    browser.find_element(By.CSS_SELECTOR, "form button").click()
    assert until(browser, "tbody td.number") == "120"
