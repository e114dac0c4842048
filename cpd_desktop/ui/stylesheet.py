"""The one stylesheet of the application, made from the colours and the size of its font."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from cpd_desktop.ui.palette import Tokens

_TONES = ("good", "warn", "bad", "info", "neutral")

# Sizes follow the 8-pixel grid. A focused control swaps padding for a thicker border, so that
# nothing moves when the focus does.
_SHEET = """
QToolTip {{ color: {text}; background: {surface}; border: 1px solid {outline}; padding: 4px; }}

QLabel[role="title"] {{ font-size: {title}pt; font-weight: 600; }}
QLabel[role="heading"] {{ font-size: {heading}pt; font-weight: 600; }}
QLabel[role="muted"] {{ color: {muted}; }}
QLabel[role="caption"] {{ color: {muted}; font-size: {caption}pt; }}
QLabel[role="chip"] {{ font-size: {caption}pt; font-weight: 600; border-radius: 8px;
    padding: 2px 8px; }}

QFrame[role="card"] {{ background: {surface}; border: 1px solid {border}; border-radius: 8px; }}
QFrame[role="sidebar"] {{ background: {surface}; border: 0; border-right: 1px solid {border}; }}
QFrame[role="ground"] {{ background: {raised}; border: 0; }}
QFrame[role="banner"] {{ border: 0; border-radius: 8px; }}
QFrame[role="notice"] {{ border: 1px solid {outline}; border-radius: 8px; }}

QPushButton, QToolButton {{ border: 1px solid {outline}; border-radius: 6px;
    background: {surface}; color: {text}; padding: 7px 15px; font-weight: 600; }}
QPushButton:hover, QToolButton:hover {{ background: {raised}; }}
QPushButton:pressed, QToolButton:pressed {{ background: {border}; }}
QPushButton:disabled, QToolButton:disabled {{ color: {muted}; background: {window};
    border-color: {border}; }}
QPushButton:focus, QToolButton:focus {{ border: 2px solid {accent}; padding: 6px 14px;
    outline: none; }}

QPushButton[role="primary"] {{ background: {accent}; color: {on_accent};
    border-color: {accent}; }}
QPushButton[role="primary"]:hover {{ background: {accent_hover}; }}
QPushButton[role="primary"]:pressed {{ background: {accent_hover}; }}
QPushButton[role="primary"]:disabled {{ background: {raised}; color: {muted};
    border-color: {border}; }}
QPushButton[role="primary"]:focus {{ border: 2px solid {text}; }}

QPushButton[role="danger"] {{ background: {bad_strong}; color: {on_bad};
    border-color: {bad_strong}; }}
QPushButton[role="danger"]:hover {{ border-color: {text}; }}
QPushButton[role="danger"]:disabled {{ background: {raised}; color: {muted};
    border-color: {border}; }}
QPushButton[role="danger"]:focus {{ border: 2px solid {text}; }}

QPushButton[role="quiet"], QToolButton {{ background: transparent; border-color: transparent; }}
QPushButton[role="quiet"] {{ color: {accent_text}; padding: 7px 7px; }}
QPushButton[role="quiet"]:disabled {{ color: {muted}; border-color: transparent; }}
QPushButton[role="quiet"]:hover {{ background: {raised}; }}
QPushButton[role="quiet"]:focus {{ border: 2px solid {accent}; padding: 6px 6px; }}
QToolButton {{ padding: 5px; }}
QToolButton:disabled {{ background: transparent; border-color: transparent; }}
QToolButton[role="field"] {{ background: {surface}; border-color: {outline}; font-weight: 400;
    text-align: left; padding: 5px 28px 5px 8px; }}
QToolButton[role="field"]:hover {{ background: {raised}; }}
QToolButton[role="field"]:focus {{ border: 2px solid {accent}; padding: 4px 27px 4px 7px; }}
QToolButton[role="field"]::menu-indicator {{ image: url("{controls}/down.svg"); width: 16px;
    height: 16px; right: 6px; subcontrol-origin: border; subcontrol-position: right center; }}
QToolButton:focus {{ border: 2px solid {accent}; padding: 4px; }}

QPushButton[role="nav"] {{ background: transparent; border: 1px solid transparent;
    text-align: left; font-weight: 400; padding: 7px 9px; }}
QPushButton[role="nav"]:hover {{ background: {raised}; }}
QPushButton[role="nav"]:checked {{ background: {accent_soft}; color: {accent_text};
    font-weight: 600; }}
QPushButton[role="nav"]:focus {{ border: 2px solid {accent}; padding: 6px 8px; }}

QLineEdit, QPlainTextEdit, QTextEdit {{ border: 1px solid {outline}; border-radius: 6px;
    background: {surface}; padding: 7px 9px; }}
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus {{ border: 2px solid {accent};
    padding: 6px 8px; }}
QLineEdit:disabled, QLineEdit:read-only {{ background: {window}; }}

QComboBox, QAbstractSpinBox {{ border: 1px solid {outline}; border-radius: 6px;
    background: {surface}; padding: 6px 9px; }}
QComboBox:focus, QAbstractSpinBox:focus {{ border: 2px solid {accent}; padding: 5px 8px; }}
QComboBox:disabled, QAbstractSpinBox:disabled {{ background: {window}; color: {muted}; }}
QComboBox QLineEdit, QComboBox QLineEdit:focus {{ border: 0; padding: 0; }}
QAbstractSpinBox QLineEdit, QAbstractSpinBox QLineEdit:focus {{ border: 0; padding: 0 8px;
    background: transparent; }}
QComboBox::drop-down {{ border: 0; width: 24px; }}
QComboBox::down-arrow {{ image: url("{controls}/down.svg"); width: 16px; height: 16px; }}
QComboBox QAbstractItemView {{ border: 1px solid {border}; }}
QDateTimeEdit::drop-down {{ border: 0; width: 24px; }}
QDateTimeEdit::down-arrow {{ image: url("{controls}/down.svg"); width: 16px; height: 16px; }}
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button {{ border: 0; width: 24px; }}
QAbstractSpinBox::up-arrow {{ image: url("{controls}/up.svg"); width: 12px; height: 12px; }}
QAbstractSpinBox::down-arrow {{ image: url("{controls}/down.svg"); width: 12px;
    height: 12px; }}

QCheckBox, QRadioButton {{ spacing: 8px; padding: 4px; border: 2px solid transparent;
    border-radius: 6px; }}
QCheckBox[role="field"] {{ padding: 4px 4px 4px 0; }}
QCheckBox:focus, QRadioButton:focus {{ border-color: {accent}; }}
QCheckBox::indicator, QTableView::indicator, QTreeView::indicator {{ width: 16px; height: 16px;
    border: 1px solid {outline}; border-radius: 4px; background: {surface}; }}
QCheckBox::indicator:checked, QTableView::indicator:checked,
QTreeView::indicator:checked {{ background: {accent};
    border-color: {accent}; image: url("{controls}/tick-{scheme}.svg"); }}
QCheckBox::indicator:disabled {{ background: {raised}; border-color: {border}; }}
QRadioButton::indicator {{ width: 16px; height: 16px; border: 1px solid {outline};
    border-radius: 9px; background: {surface}; }}
QRadioButton::indicator:checked {{ width: 8px; height: 8px; border: 5px solid {accent}; }}
QRadioButton::indicator:disabled {{ background: {raised}; border-color: {border}; }}

QTableView, QTreeView, QListView {{ background: {surface}; border: 2px solid transparent;
    selection-background-color: {accent_soft}; selection-color: {text}; outline: 0; }}
QTableView:focus, QTreeView:focus, QListView:focus {{ border-color: {accent}; }}
QTableView::item {{ padding: 0 9px; border: 0; border-bottom: 1px solid {border}; }}
QTreeView::item, QListView::item {{ padding: 6px 9px; border: 0; }}
QTableView::item:hover, QTreeView::item:hover, QListView::item:hover {{ background: {raised}; }}
QTableView::item:selected, QTreeView::item:selected, QListView::item:selected {{
    background: {accent_soft}; color: {text}; }}
QTableView::item:focus {{ border-bottom: 2px solid {accent}; }}
QHeaderView {{ background: {surface}; border: 0; }}
QHeaderView::section {{ background: {surface}; color: {muted}; font-weight: 600; border: 0;
    border-bottom: 1px solid {border}; padding: 8px 12px; }}
QHeaderView::section:hover {{ color: {text}; }}

QTabBar::tab {{ background: transparent; color: {muted}; border: 1px solid transparent;
    border-radius: 6px; padding: 5px 11px; margin-right: 4px; font-weight: 600; }}
QTabBar::tab:hover {{ background: {raised}; }}
QTabBar::tab:selected {{ background: {accent_soft}; color: {accent_text}; }}
QTabBar::tab:focus {{ border: 2px solid {accent}; padding: 4px 10px; }}

QProgressBar {{ background: {raised}; border: 0; border-radius: 4px; max-height: 8px;
    min-height: 8px; }}
QProgressBar::chunk {{ background: {accent}; border-radius: 4px; }}

QScrollBar:vertical {{ background: transparent; width: 12px; margin: 0; }}
QScrollBar:horizontal {{ background: transparent; height: 12px; margin: 0; }}
QScrollBar::handle {{ background: {outline}; border-radius: 4px; margin: 2px; }}
QScrollBar::handle:vertical {{ min-height: 32px; }}
QScrollBar::handle:horizontal {{ min-width: 32px; }}
QScrollBar::handle:hover {{ background: {muted}; }}
QAbstractScrollArea::corner {{ background: transparent; border: 0; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}

QScrollArea, QScrollArea > QWidget > QWidget {{ border: 0; background: transparent; }}
QMenu {{ background: {surface}; border: 1px solid {border}; padding: 4px; }}
QMenu::item {{ padding: 6px 24px 6px 12px; border-radius: 4px; }}
QMenu::item:selected {{ background: {accent_soft}; color: {text}; }}
QMenu::item:disabled {{ color: {muted}; }}
QMenu::icon {{ padding-left: 8px; }}
QMenu::separator {{ height: 1px; background: {border}; margin: 4px 8px; }}
"""

_TONE = """
QLabel[role="chip"][tone="{name}"] {{ color: {text}; background: {soft}; }}
QFrame[role="banner"][tone="{name}"], QFrame[role="notice"][tone="{name}"] {{
    background: {soft}; }}
QFrame[role="banner"][tone="{name}"] QLabel, QFrame[role="notice"][tone="{name}"] QLabel {{
    color: {text}; }}
QLabel[role="caption"][tone="{name}"], QLabel[role="muted"][tone="{name}"] {{ color: {text}; }}
"""


def stylesheet(tokens: Tokens, points: float, controls: Path) -> str:
    """Return the sheet for these colours around a text of so many points."""
    names = {name: getattr(tokens, name) for name in tokens.__slots__}
    sheet = _SHEET.format(
        **names,
        bad_strong=tokens.bad,
        controls=controls.as_posix(),
        scheme="dark" if tokens.dark else "light",
        title=round(points * 1.5, 1),
        heading=round(points * 1.15, 1),
        caption=round(points * 0.9, 1),
    )
    tones = [
        _TONE.format(name=tone, text=names[tone], soft=names[f"{tone}_soft"]) for tone in _TONES
    ]
    return sheet + "".join(tones)
