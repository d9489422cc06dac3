"""The pages in a browser: nothing from elsewhere, nothing broken, no barrier, and how they look."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from selenium.webdriver import Chrome, Keys
from selenium.webdriver.common.by import By
from selenium.webdriver.support.wait import WebDriverWait

from claimgraph.site.site import Site
from kinds import page_kinds, statement_absent

AXE = Path(__file__).parents[1] / "vendor" / "axe" / "axe.min.js"
RUN_AXE = """
const done = arguments[0];
axe.run(document, {resultTypes: ["violations"]}).then(
  (found) => done(found.violations.map((each) => [each.id, each.impact, each.nodes.map((at) => at.html)])),
  (error) => done([["axe failed", "critical", [String(error)]]]));
"""
GRAVE = ("serious", "critical")
WIDE, PHONE = (1200, 1000), (390, 844)
# The editor is another project's: its faults are looked for apart.
EDITOR = "#editor"
SPEAKERS = (
    "Hajiyev",
    "Foreign Ministry of Turkey",
    "Defence Ministry of Armenia",
    "Stepanyan",
    "Harutyunyan",
    "Hasanov",
)
Asked = Callable[[Chrome], set[str]]


@pytest.fixture(scope="module")
def kinds(released_site: Site) -> dict[str, str]:
    """One address for each kind of page, those that say that there is nothing too."""
    ways = {"missing": "/claim/none", "why absent": statement_absent(), "why unread": "/why"}
    ways["query answered"] = "/sparql?query=SELECT%20%3Fs%20%7B%3Fs%20a%20%3Ft%7D%20LIMIT%203"
    return page_kinds(released_site) | ways


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where pictures of the pages are put: the folder that CLAIMGRAPH_SCREENSHOTS names, if it is set."""
    named = os.environ.get("CLAIMGRAPH_SCREENSHOTS")
    made = Path(named) if named else tmp_path_factory.mktemp("screenshots")
    made.mkdir(parents=True, exist_ok=True)
    return made


def scheme(browser: Chrome, name: str) -> None:
    feature = {"name": "prefers-color-scheme", "value": name}
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": [feature]})


def size(browser: Chrome, width: int, height: int) -> None:
    metrics = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": False}
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)


def faults(browser: Chrome) -> list[tuple[str, str, list[str]]]:
    """The grave faults that axe finds, as it names them."""
    browser.execute_script(AXE.read_text("utf-8"))  # type: ignore[no-untyped-call]
    found = browser.execute_async_script(RUN_AXE)  # type: ignore[no-untyped-call]
    return [(name, impact, nodes) for name, impact, nodes in found if impact in GRAVE]


def said(browser: Chrome) -> list[str]:
    entries = browser.get_log("browser")  # type: ignore[no-untyped-call]
    return [entry["message"] for entry in entries if "Failed to load resource" not in entry["message"]]


def until(browser: Chrome, selector: str) -> str:
    """Wait until an element is there and says something; give its words."""
    return str(
        WebDriverWait(browser, 20).until(
            lambda at: next(
                (each.text for each in at.find_elements(By.CSS_SELECTOR, selector) if each.text), ""
            )
        )
    )


def test_every_kind_of_page_is_whole_and_asks_nobody_else(
    shared_browser: Chrome, address: str, kinds: dict[str, str], asked: Asked
) -> None:
    asked(shared_browser)
    for name, path in kinds.items():
        shared_browser.get(f"{address}{path}")
        assert until(shared_browser, "h1"), name
        assert said(shared_browser) == [], name
        elsewhere = {
            url for url in asked(shared_browser) if not url.startswith((address, "data:", "chrome:"))
        }
        assert elsewhere == set(), name


@pytest.mark.parametrize("mode", ["light", "dark"])
@pytest.mark.parametrize("wanted", [WIDE, PHONE], ids=["wide", "phone"])
def test_no_kind_of_page_is_a_barrier_and_each_has_its_picture(
    shared_browser: Chrome,
    address: str,
    kinds: dict[str, str],
    folder: Path,
    mode: str,
    wanted: tuple[int, int],
) -> None:
    scheme(shared_browser, mode)
    found = {}
    for name, path in kinds.items():
        size(shared_browser, *wanted)
        shared_browser.get(f"{address}{path}")
        # Contrast depends on the colours and targets on the width: two of the four have all there is.
        if (mode, wanted) in (("light", WIDE), ("dark", PHONE)) and (grave := faults(shared_browser)):
            found[name] = grave
        width = "document.documentElement.scrollWidth"
        scrolled = shared_browser.execute_script(f"return {width}")  # type: ignore[no-untyped-call]
        if scrolled > wanted[0]:
            found[f"{name} is too wide"] = [("width", str(scrolled), [])]
        tall = shared_browser.execute_script("return document.documentElement.scrollHeight")  # type: ignore[no-untyped-call]
        size(shared_browser, wanted[0], min(max(tall, wanted[1]), 4_000))
        picture = folder / f"{name.replace(' ', '-')}-{mode}-{'wide' if wanted == WIDE else 'phone'}.png"
        assert shared_browser.save_screenshot(str(picture))
    assert found == {}
    assert len(list(folder.glob(f"*-{mode}-*.png"))) >= len(kinds)


def test_the_search_is_reached_and_used_with_the_keyboard(browser: Chrome, address: str) -> None:
    browser.get(address)
    page = browser.find_element(By.TAG_NAME, "body")
    for _ in range(30):
        page.send_keys(Keys.TAB)
        if browser.switch_to.active_element.get_attribute("id") == "search":
            break
    else:
        pytest.fail("the search field is not reached with the Tab key")
    browser.switch_to.active_element.send_keys("ganja", Keys.ENTER)
    WebDriverWait(browser, 20).until(lambda at: "/search?q=ganja" in at.current_url)
    assert "Ganja" in until(browser, "main")
    link = browser.find_element(By.CSS_SELECTOR, "main a[href*='ganja']")
    link.send_keys(Keys.ENTER)
    WebDriverWait(browser, 20).until(lambda at: "/search" not in at.current_url)
    assert "Ganja" in until(browser, "h1")


def test_the_first_key_leads_past_the_navigation(browser: Chrome, address: str) -> None:
    browser.get(f"{address}/claim/a-15-1")
    browser.find_element(By.TAG_NAME, "body").send_keys(Keys.TAB)
    skip = browser.switch_to.active_element
    assert skip.is_displayed()
    skip.send_keys(Keys.ENTER)
    assert browser.current_url.endswith("#main")


def test_a_stored_question_runs_and_its_rows_lead_to_pages(browser: Chrome, address: str) -> None:
    browser.get(f"{address}/query?question=who-attacked-ganja")
    until(browser, ".tabsList .tab.active")
    browser.find_element(By.CSS_SELECTOR, ".tabPanel.active .yasqe_queryButton").click()
    until(browser, ".tabPanel.active .yasr_results tbody .label")
    assert "Hikmet Hajiyev" in until(browser, ".tabPanel.active .yasr_results tbody")
    link = browser.find_element(By.LINK_TEXT, "actor:hikmet-hajiyev")
    assert link.get_attribute("href") == f"{address}/actor/hikmet-hajiyev"
    share = browser.find_element(By.ID, "share").get_attribute("href")
    downloads = browser.find_elements(By.CSS_SELECTOR, "#downloads a")
    assert [each.text for each in downloads] == ["CSV", "TSV", "JSON", "XML"]
    assert "who-attacked-ganja" not in str(share)
    link.click()
    assert until(browser, "h1") == "Hikmet Hajiyev"
    browser.get(str(share))
    until(browser, ".tabsList .tab.active")
    editor = "document.querySelector('.tabPanel.active .CodeMirror').CodeMirror.getValue()"
    assert "cg:allegedAgent" in str(browser.execute_script(f"return {editor}"))  # type: ignore[no-untyped-call]


def test_questions_of_a_topic_open_beside_the_editor(browser: Chrome, address: str) -> None:
    browser.get(f"{address}/query")
    until(browser, ".tabsList .tab.active")
    topic = next(each for each in browser.find_elements(By.TAG_NAME, "summary") if "Numbers" in each.text)
    topic.click()
    browser.find_element(By.CSS_SELECTOR, "[data-question=figures-for-ganja]").click()
    assert until(browser, ".tabPanel.active .yasr_results tbody")
    text = str(browser.find_element(By.ID, "python").get_attribute("textContent"))
    assert "cg:Figure" in text or "cg:figure" in text
    compile(text, "copied", "exec")


def test_accounts_of_ganja_stand_in_their_columns(browser: Chrome, address: str) -> None:
    """From the sentences: 8 and 11 accuse, 41 presupposes, 14 denies "the claims", 15 something else."""
    browser.get(f"{address}/event/ganja-reported-2020-10-04")
    matters = browser.find_elements(By.CSS_SELECTOR, ".matter")
    matter = next(
        each for each in matters if "armenia-carried-out-ganja" in str(each.get_attribute("innerHTML"))
    )
    columns = matter.find_elements(By.CSS_SELECTOR, ".stand")
    said = {each.find_element(By.CSS_SELECTOR, "h3, h4").text: each for each in columns}
    # The first who is named speaks; whom the words are about comes after.
    found = {
        heading: {
            min((name for name in SPEAKERS if name in each.text), key=each.text.index)
            for each in column.find_elements(By.TAG_NAME, "li")
        }
        for heading, column in said.items()
    }
    assert [{*names} for names in found.values()] == [
        {"Hajiyev"},
        {"Foreign Ministry of Turkey"},
        set(),
        {"Defence Ministry of Armenia"},
        {"Stepanyan"},
    ], found
    assert "nobody" in columns[2].text
    # Beside each other, of one width and one colour.
    assert len({each.rect["y"] for each in columns}) == 1
    assert len({round(each.rect["width"]) for each in columns}) == 1
    assert len({each.value_of_css_property("background-color") for each in columns}) == 1


def test_the_query_page_has_no_barrier_of_ours(browser: Chrome, address: str, folder: Path) -> None:
    browser.get(f"{address}/query?question=who-attacked-ganja")
    until(browser, ".tabsList .tab.active")
    browser.find_element(By.CSS_SELECTOR, ".tabPanel.active .yasqe_queryButton").click()
    until(browser, ".tabPanel.active .yasr_results tbody .label")
    assert browser.save_screenshot(str(folder / "query-light-wide.png"))
    browser.execute_script("document.querySelector(arguments[0]).remove()", EDITOR)  # type: ignore[no-untyped-call]
    assert faults(browser) == []
