"""Pages of claims, acts of speech and links between claims."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Words = Callable[..., str]


def test_a_denial_says_what_it_denies_and_what_it_misses(words_of: Words) -> None:
    said = words_of("claim/a-15-1")
    assert "↷ denies something else than was alleged" in said
    assert "Speaker Shushan Stepanyan For whom Defence Ministry of Armenia (stated) → Armenia" in said
    assert "negates There was fire from Armenia towards Azerbaijan." in said
    missed = said.partition("Replies to, but misses,")[2].partition("Said against")[0]
    assert "Hajiyev accuses Armenia of a missile strike on Ganja. a 8" in missed
    assert "What is reported of Ganja on 4 October 2020" in said


def test_a_denial_of_open_reach_lists_all_that_it_may_deny(words_of: Words) -> None:
    said = words_of("claim/a-14-1")
    assert said.count("may negate") == 11
    assert "denies something else" not in said


def test_speakers_who_are_open_and_speakers_who_are_joint(words_of: Words) -> None:
    assert "Speakers, which of them is open" in words_of("claim/a-8-7")
    joint = words_of("claim/a-35-1")
    assert "Speakers, jointly Leader of France, Leader of Russia, Leader of the United States" in joint


def test_a_speaker_who_is_read_from_other_sentences(words_of: Words) -> None:
    assert "(speaker inferred)" in words_of("claim/a-19-1")


def test_links_of_claims_say_whether_the_text_states_them(words_of: Words) -> None:
    assert "Basis stated in the text Stands in article a, sentence 26" in words_of("relation/a-26-1--a-25-1")
    read = words_of("relation/a-15-1--a-8-1")
    assert "Basis the encoder’s reading; the text does not say it" in read
    assert "Contest misses allegation" in read


def test_an_act_of_speech_shows_its_claims(words_of: Words) -> None:
    said = words_of("utterance/a-16")
    assert "Channel Facebook" in said
    assert "admits (partial quotation) ⚑ admission: Harutyunyan tells of his own order" in said
    assert "reason given Arayik Harutyunyan wants to avoid civilian casualties." in said
    addressed = words_of("utterance/a-17")
    assert "Addressee Armenian media" in addressed
    assert "Said 4 October 2020, evening; in the text: “on Sunday evening” (date inferred)" in addressed


@pytest.mark.parametrize("path", ["claim/a-15-1", "utterance/a-16", "relation/a-15-1--a-8-1"])
def test_all_statements_are_one_link_away(page_of: Words, words_of: Words, path: str) -> None:
    assert f'href="/{path}?view=statements"' in page_of(path)
    assert "What the graph says of it" in words_of(path, {"view": ["statements"]})


def test_statements_that_may_be_doubted_lead_to_their_reasons(page_of: Words) -> None:
    page = page_of("claim/a-15-1")
    assert page.count('class="why"') > 15
    assert "missesAllegation" in page.partition("/why?")[2]
