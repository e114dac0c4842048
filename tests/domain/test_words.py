from __future__ import annotations

from cpd_desktop.domain.words import Sentence


def test_values_go_into_their_places() -> None:
    assert str(Sentence("x", "{name} is here").filled(name="Zoë {odd}")) == "Zoë {odd} is here"


def test_one_person_is_not_one_persons() -> None:
    waiting = Sentence("x", "%n day(s), %n box(es)")
    assert str(waiting.filled(n=1)) == "1 day, 1 box"
    assert str(waiting.filled(n=2)) == "2 days, 2 boxes"


def test_a_translated_template_takes_the_same_values() -> None:
    assert Sentence("x", "{n} of {m}").filled(m=3, n=1).in_words("{m}: {n}") == "3: 1"


def test_a_sentence_without_values_may_contain_braces() -> None:
    assert str(Sentence("x", "{literally}")) == "{literally}"
