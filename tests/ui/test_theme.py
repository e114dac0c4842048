from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QLineEdit,
    QPushButton,
    QWidget,
)

from cpd_desktop.ui.navigation import Navigation
from cpd_desktop.ui.theme import DARK, LIGHT, Theme, Tokens
from cpd_desktop.ui.widgets import EmptyState, button, card, chip, label, restyle

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pytestqt.qtbot import QtBot

    Stage = Callable[..., QWidget]

ICONS = Path(__file__).parents[2] / "resources" / "icons"
NAMES = sorted(path.stem for path in ICONS.glob("*.svg"))
BOTH = pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
TONES = ("good", "warn", "bad", "info", "neutral")


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    palette, style, font = qapp.palette(), qapp.style().objectName(), qapp.font()
    theme = Theme(ICONS)
    yield theme
    theme.choice = "system"
    qapp.setStyleSheet("")
    qapp.setFont(font)
    qapp.setStyle(style)
    qapp.setPalette(palette)


def luminance(colour: str) -> float:
    def linear(value: float) -> float:
        return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4

    red, green, blue, _ = QColor(colour).getRgbF()
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_contrast_is_computed_as_the_guideline_says() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)


@BOTH
def test_every_text_can_be_read_on_its_background(tokens: Tokens) -> None:
    grounds = ("window", "surface", "raised", "accent_soft")
    pairs = [(text, ground) for text in ("text", "muted") for ground in grounds]
    pairs += [(tone, f"{tone}_soft") for tone in TONES]
    pairs += [(tone, ground) for tone in TONES for ground in ("window", "surface")]
    pairs += [("accent_text", ground) for ground in grounds]
    pairs += [("on_accent", "accent"), ("on_accent", "accent_hover"), ("on_bad", "bad")]
    pairs += [("muted", f"{tone}_soft") for tone in TONES]
    pairs += [("accent_text", f"{tone}_soft") for tone in TONES]
    weak = {
        pair: round(found, 2)
        for pair in pairs
        if (found := contrast(getattr(tokens, pair[0]), getattr(tokens, pair[1]))) < 4.5
    }
    assert weak == {}


@BOTH
def test_the_edges_of_controls_and_the_focus_ring_can_be_seen(tokens: Tokens) -> None:
    for edge in ("outline", "accent"):
        for ground in ("window", "surface", "accent_soft"):
            if (edge, ground) == ("outline", "accent_soft"):
                continue
            assert contrast(getattr(tokens, edge), getattr(tokens, ground)) >= 2.8, (edge, ground)


def test_the_window_follows_the_system_while_it_runs(theme: Theme, qtbot: QtBot) -> None:
    hints = QGuiApplication.styleHints()
    assert theme.choice == "system"
    with qtbot.waitSignal(theme.changed):
        hints.colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert theme.tokens is DARK
    assert QApplication.palette().color(QPalette.ColorRole.Window) == QColor(DARK.window)
    with qtbot.waitSignal(theme.changed):
        hints.colorSchemeChanged.emit(Qt.ColorScheme.Light)
    assert theme.tokens is LIGHT


def test_what_the_person_chose_outranks_the_system(theme: Theme, qtbot: QtBot) -> None:
    with qtbot.waitSignal(theme.changed):
        theme.choice = "dark"
    with qtbot.assertNotEmitted(theme.changed):
        QGuiApplication.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Light)
        theme.choice = "dark"
    assert theme.tokens is DARK
    theme.choice = "light"
    assert theme.tokens is LIGHT
    assert QApplication.palette().color(QPalette.ColorRole.WindowText) == QColor(LIGHT.text)


def test_larger_system_text_makes_titles_larger(theme: Theme, qtbot: QtBot) -> None:
    title = label("Airway management", "title")
    qtbot.addWidget(title)
    title.ensurePolished()
    before = title.fontMetrics().height()
    font = QApplication.font()
    font.setPointSizeF(font.pointSizeF() * 2)
    with qtbot.waitSignal(theme.changed):
        QApplication.setFont(font)
    title.ensurePolished()
    assert title.fontMetrics().height() > before * 1.7


def test_larger_system_text_makes_the_icons_beside_it_larger(
    theme: Theme, stage: Stage, qtbot: QtBot
) -> None:
    navigation = Navigation()
    stage(navigation)

    def dress() -> None:
        navigation.set_icon("today", theme.icon("today"))

    theme.changed.connect(dress)
    button = navigation._buttons["today"]
    before = button.iconSize().height()
    font = QApplication.font()
    font.setPointSizeF(font.pointSizeF() * 2)
    with qtbot.waitSignal(theme.changed):
        QApplication.setFont(font)
    assert button.iconSize().height() > before * 1.5
    assert button.icon().pixmap(QSize(80, 80)).width() == 80, "and sharp on a fine screen"
    theme.changed.disconnect(dress)


def ink(image: QImage) -> set[str]:
    return {
        image.pixelColor(x, y).name()
        for x in range(image.width())
        for y in range(image.height())
        if image.pixelColor(x, y).alpha() > 240
    }


@pytest.mark.parametrize("name", NAMES)
def test_each_icon_is_drawn_in_the_colour_asked_for(theme: Theme, name: str) -> None:
    image = theme.icon(name, "accent").pixmap(QSize(40, 40)).toImage()
    assert QColor(LIGHT.accent).name() in ink(image)
    covered = sum(
        image.pixelColor(x, y).alpha() > 0
        for x in range(image.width())
        for y in range(image.height())
    )
    assert 20 < covered < image.width() * image.height() / 2
    assert all(image.pixelColor(x, 0).alpha() == 0 for x in range(image.width())), "cut off"


def test_the_icons_the_window_needs_are_there() -> None:
    wanted = """today events people certificates outbox billing settings add edit trash undo redo
        search import more check warning error info copy folder calendar play stop help close
        keyboard backup"""
    assert set(wanted.split()) <= set(NAMES)


def test_icons_change_colour_with_the_theme_and_are_drawn_once(theme: Theme) -> None:
    light = theme.icon("add")
    assert theme.icon("add").cacheKey() == light.cacheKey()
    theme.choice = "dark"
    assert QColor(DARK.text).name() in ink(theme.icon("add").pixmap(QSize(40, 40)).toImage())


def test_an_icon_that_was_never_drawn_is_an_error(theme: Theme) -> None:
    with pytest.raises(FileNotFoundError):
        theme.icon("unicorn")


@pytest.mark.parametrize("role", ["primary", "plain", "quiet", "danger"])
def test_a_button_shows_its_focus_and_does_not_move(
    theme: Theme, qtbot: QtBot, stage: Stage, role: str
) -> None:
    one = button("Issue 28 certificates", role)  # type: ignore[arg-type] # one of the roles
    other = QPushButton("Other")
    stage(other, one)
    other.setFocus()
    qtbot.waitUntil(other.hasFocus)
    calm, size = one.grab().toImage(), one.sizeHint()
    one.setFocus()
    qtbot.waitUntil(one.hasFocus)
    assert one.grab().toImage() != calm
    assert one.sizeHint() == size


def test_what_is_written_in_a_choice_stays_whole_while_it_has_the_focus(
    theme: Theme, qtbot: QtBot, stage: Stage
) -> None:
    choice, line, other = QComboBox(), QLineEdit(), QPushButton("Other")
    choice.setEditable(True)
    choice.setLineEdit(line)
    choice.addItems(["EUR", "GBP"])
    stage(other, choice)
    letters = QRect(0, 0, line.fontMetrics().horizontalAdvance("EU"), line.height())
    other.setFocus()
    qtbot.waitUntil(other.hasFocus)
    calm = line.grab(letters).toImage()
    choice.setFocus()
    qtbot.waitUntil(choice.hasFocus)
    line.end(False)
    assert line.grab(letters).toImage() == calm


def test_a_button_and_a_label_grow_with_their_text(theme: Theme, stage: Stage) -> None:
    short, long = button("Go"), button("Go and do a great deal more than that")
    text = label("word " * 80)
    page = stage(short, long, text)
    page.resize(320, 100)
    assert long.minimumSizeHint().width() > long.fontMetrics().horizontalAdvance(long.text())
    assert long.sizeHint().width() > short.sizeHint().width()
    assert text.heightForWidth(280) > text.fontMetrics().height() * 3


def test_a_chip_carries_its_tone_and_can_change_it(theme: Theme, stage: Stage) -> None:
    state = chip("Attended", "good")
    stage(state)
    middle = state.grab().toImage().pixelColor(4, state.height() // 2).name()
    assert middle == LIGHT.good_soft
    restyle(state, tone="bad")
    assert state.grab().toImage().pixelColor(4, state.height() // 2).name() == LIGHT.bad_soft


def test_a_card_stands_out_from_the_window(theme: Theme, stage: Stage) -> None:
    frame = card()
    frame.setMinimumSize(80, 80)
    stage(frame)
    assert frame.grab().toImage().pixelColor(40, 40).name() == LIGHT.surface


def test_an_empty_page_says_what_comes_and_offers_the_first(
    theme: Theme, qtbot: QtBot, stage: Stage
) -> None:
    first = button("New event", "primary")
    empty = EmptyState("No events yet", "Events you plan appear here.", first)
    stage(empty)
    with qtbot.waitSignal(first.clicked):
        QTest.keyClick(first, Qt.Key.Key_Space)
    assert empty.title.text() == "No events yet"
    assert empty.text.height() >= empty.text.heightForWidth(empty.text.width())
