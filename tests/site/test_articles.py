"""Articles sentence by sentence, as characters; words only where the text is at hand."""

from __future__ import annotations

from pathlib import Path

from claimgraph.companion import Companion
from claimgraph.site.articles import SentenceRow
from claimgraph.site.site import HTML, Site
from claimgraph.sources import read_sources
from sitepages import asked, words


def row(site: Site, article: str, number: int) -> SentenceRow:
    rows = site.page(asked(f"article/{article}")).content["sentences"]
    return next(each for each in rows if each.reference.number == number)


def test_what_an_article_does_not_state_is_said_to_be_unstated(read) -> None:
    page = read("article/b")
    for name in ("Outlet", "Authors", "Agency", "Dateline", "Publication date"):
        assert f"{name} not stated in the article" in page
    assert "Picture date 22 October 2020, stated ( article b, sentence 2" in page


def test_what_an_article_states_has_its_place(read) -> None:
    page = read("article/a")
    assert (
        "Agency Associated Press why? Dateline Baku why? Publication date not stated in the article" in page
    )
    assert "Delivery date 4 October 2020, stated ( article a, sentence 1" in page
    assert "6296 characters" in page
    assert "Daria Litvinova reporting contributor Moscow article a, sentence 45" in page
    assert "Zeynep Bilginsoy reporting contributor Istanbul article a, sentence 45" in page


def test_who_encoded_and_who_read_again_is_told(read) -> None:
    page = read("article/b")
    assert "Encoding Encoding of the report" in page
    assert "guideline 0.2.0" in page
    assert "Reading Second reading of the report" in page
    assert "50 findings on 95 claims" in page


def test_each_sentence_has_its_characters_and_counts(site: Site) -> None:
    page = site.page(asked("article/a")).content
    assert page["part"].total == 45
    sixteen = row(site, "a", 16)
    assert (sixteen.reference.start, sixteen.reference.end) == (2009, 2217)
    assert (sixteen.count("Claim"), sixteen.count("NameUse"), sixteen.count("TermUse")) == (4, 3, 1)
    assert sixteen.words == ""


def test_a_sentence_without_claim_says_why(read, site: Site) -> None:
    assert row(site, "a", 1).count("Claim") == 0
    assert "sentence 1 date stamp 1 to 16 none: metadata only" in read("article/a")


def test_articles_are_listed_with_their_dates(read) -> None:
    page = read("articles")
    assert "Associated Press delivery date: 4 October 2020; picture date: 4 October 2020 45" in page
    assert "not stated picture date: 22 October 2020 20" in page


def test_no_sentence_is_shown_without_a_text(read) -> None:
    assert "Its words" not in read("sentence/a-16")


def test_a_sentence_tells_what_rests_on_it_and_what_is_beside_it(read, markup) -> None:
    page = read("sentence/a-16")
    assert "characters 2009 to 2217 of Associated Press report" in page
    assert "Harutyunyan tells of his own order for rocket attacks in Ganja." in page
    assert "“neutralize” of What is reported of Ganja on 4 October 2020 , a loaded word" in page
    assert "Sentence 15 Sentence 17" in page
    assert 'href="/passage/a-16-b">passage b</a>' in markup("sentence/a-16")


def test_a_passage_tells_claims_apart_from_those_whose_speaker_it_names(read) -> None:
    page = read("passage/a-16-c")
    assert page.startswith(
        "Characters 2009 to 2072 of article a passage c of sentence 16 in Associated Press"
    )
    assert "Claims that rest on it" not in page
    assert page.count("Arayik Harutyunyan admits") == 1
    assert "Claims whose speaker it names Harutyunyan tells of his own order" in page


def test_name_and_term_uses_have_pages(read) -> None:
    page = read("name/b-arayik-harutyunyan-shushi")
    assert page.startswith("“Shushi” name For Shusha why? Whose word it is Arayik Harutyunyan why?")
    assert "“Shusha” used by The body of the report on the advance towards Shusha" in page
    assert "loaded word Said of What is reported of Ganja on 4 October 2020" in read("term/a-16-neutralize")


def test_where_the_text_is_at_hand_its_words_are_shown_and_claims_marked(invented_site: Site) -> None:
    page = invented_site.render(asked("sentence/t-6"), HTML).body.decode()
    text = next(iter(invented_site.companion.texts.values()))
    sentence = invented_site.page(asked("sentence/t-6")).content["sentence"]
    pieces = invented_site.page(asked("sentence/t-6")).content["pieces"]
    assert "".join(piece.text for piece in pieces) == text[sentence.start : sentence.end]
    assert any(piece.claimed for piece in pieces)
    assert any(piece.attributed for piece in pieces)
    for piece in pieces:
        for resting in piece.begins:
            assert text[resting.reference.start :].startswith(piece.text)
    assert "<mark>" in page
    assert "not part of the graph" in words(page)


def test_a_passage_is_told_from_the_rest_of_its_sentence(invented_site: Site) -> None:
    content = invented_site.page(asked("passage/t-6-a")).content
    text = next(iter(invented_site.companion.texts.values()))
    reference = content["reference"]
    chosen = "".join(piece.text for piece in content["pieces"] if piece.chosen)
    assert chosen == text[reference.start : reference.end]


def test_the_texts_of_the_articles_fit_their_passages(site: Site, sources: Path) -> None:
    texts, _ = read_sources(sources)
    here = Site(site.reader.store, Companion(texts={each.digest: each.text for each in texts}))
    page = words(here.render(asked("passage/b-7-j"), HTML).body.decode())
    assert "Khankendi" in page
    assert "Its words" in page
