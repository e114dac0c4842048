from __future__ import annotations

import pytest

from tests.attendance.corpus import a_corpus
from tests.attendance.judge import Judgement, judge


def require_accurate(judgement: Judgement) -> None:
    matched, decidable = judgement.decidable
    first, ceiling = judgement.suggested
    assert judgement.wrong == 0, judgement.notes
    assert judgement.seconds_wrong == 0, judgement.notes
    assert 1000 * matched >= 995 * decidable, judgement.notes
    assert 100 * first >= 95 * ceiling, judgement.notes
    assert min(decidable, ceiling, judgement.seconds_checked) > 20


def test_nobody_gets_the_time_of_somebody_else() -> None:
    require_accurate(judge([a_corpus(1, 60), a_corpus(2, 60)]))


def test_the_same_seed_makes_the_same_event() -> None:
    assert a_corpus(3, 20).presences == a_corpus(3, 20).presences


@pytest.mark.slow
def test_nobody_gets_the_time_of_somebody_else_at_many_events() -> None:
    require_accurate(judge([*map(a_corpus, range(10, 30)), a_corpus(5, 600)]))
