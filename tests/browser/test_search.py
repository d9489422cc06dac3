"""Search by keyboard: suggestions come as one types, and lead to pages."""

from __future__ import annotations

from selenium.webdriver import Chrome, Keys
from selenium.webdriver.common.by import By
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.support.wait import WebDriverWait

OPTION = '#suggestions-0 [role="option"]'


def options(browser: Chrome, words: str) -> list[WebElement]:
    """Type into the box on top of the page, and wait for an option with these words."""
    return WebDriverWait(browser, 20).until(
        lambda at: (
            found
            if (found := at.find_elements(By.CSS_SELECTOR, OPTION)) and words in found[0].text
            else False
        )
    )


def box(browser: Chrome) -> WebElement:
    return browser.find_element(By.ID, "search")


def test_a_name_is_typed_and_its_page_opened_without_a_mouse(browser: Chrome, address: str) -> None:
    browser.get(f"{address}/places")
    box(browser).send_keys("xankendi")
    (option,) = options(browser, "Stepanakert")
    assert "Azerbaijani, according to Who's On First" in option.text
    assert box(browser).get_attribute("aria-expanded") == "true"
    box(browser).send_keys(Keys.ARROW_DOWN)
    assert box(browser).get_attribute("aria-activedescendant") == option.get_attribute("id")
    assert option.get_attribute("aria-selected") == "true"
    box(browser).send_keys(Keys.ENTER)
    WebDriverWait(browser, 20).until(lambda at: at.current_url == f"{address}/place/stepanakert")


def test_escape_closes_the_suggestions_and_keeps_what_was_typed(browser: Chrome, address: str) -> None:
    browser.get(f"{address}/places")
    box(browser).send_keys("shushi")
    options(browser, "Shusha")
    box(browser).send_keys(Keys.ESCAPE)
    assert box(browser).get_attribute("aria-expanded") == "false"
    assert not browser.find_element(By.ID, "suggestions-0").is_displayed()
    assert box(browser).get_attribute("value") == "shushi"
    box(browser).send_keys(Keys.ENTER)
    WebDriverWait(browser, 20).until(lambda at: at.current_url == f"{address}/search?q=shushi")


def test_arrows_go_round_and_what_is_misspelt_is_said(browser: Chrome, address: str) -> None:
    browser.get(f"{address}/places")
    box(browser).send_keys("stepanakrt")
    found = options(browser, "Stepanakert")
    assert (
        "Nothing is called so; results for stepanakert." in browser.find_element(By.ID, "suggestions-0").text
    )
    box(browser).send_keys(Keys.ARROW_UP)
    assert found[-1].get_attribute("aria-selected") == "true"
    assert found[-1].text.startswith("All ")
    box(browser).send_keys(Keys.ARROW_DOWN)
    assert box(browser).get_attribute("aria-activedescendant") is None


def test_names_are_shown_as_text(browser: Chrome, address: str) -> None:
    browser.get(f"{address}/search?q=%3Cimg%20src%3Dx%3E")
    assert browser.find_element(By.ID, "q").get_attribute("value") == "<img src=x>"
    assert browser.find_elements(By.CSS_SELECTOR, "main img") == []
