"""Shapes as paths in points, from the left upper corner, that both writers draw alike."""

from __future__ import annotations

import math
import re
from typing import Final

from cpd_desktop.domain.certificates.template import Box, Form, Seal, Shape

Step = tuple[str, tuple[float, ...]]

_ROUND: Final = 0.5522847498
_WANTED: Final = {"M": 2, "L": 2, "C": 6, "Z": 0}
_TOKEN: Final = re.compile(r"\s*([MLCZ]|-?\d{1,6}(?:\.\d{1,4})?(?=[\s,MLCZ-]|$))\s*,?")
_POINTS: Final = 36


def path_steps(path: str) -> tuple[Step, ...] | None:
    """Return the steps of a written path, or nothing if it is not one."""
    steps: list[Step] = []
    letter, numbers, at = "", list[float](), 0
    path = path.strip()
    while at < len(path):
        token = _TOKEN.match(path, at)
        if not token:
            return None
        at = token.end()
        if token[1] in _WANTED:
            if numbers or (not steps and token[1] != "M"):
                return None
            letter = token[1]
        else:
            numbers.append(float(token[1]))
        if letter and len(numbers) == _WANTED[letter]:
            steps.append((letter, tuple(numbers)))
            # Further numbers go on with the same step, but after an end or a start comes a line.
            letter, numbers = {"M": "L", "Z": ""}.get(letter, letter), []
        elif not letter:
            return None
    return None if numbers else tuple(steps)


def stretched_path(path: str, across: float, down: float) -> str:
    """Return a written path that many times as wide and as high."""
    written = []
    for letter, numbers in path_steps(path) or ():
        scaled = (each * (down if at % 2 else across) for at, each in enumerate(numbers))
        written.append(
            " ".join([letter, *(f"{each:.4f}".rstrip("0").rstrip(".") for each in scaled)])
        )
    return " ".join(written)


def outline(shape: Shape) -> tuple[Step, ...]:
    """Return the path of a shape."""
    box = shape.box
    if shape.form is Form.PATH:
        return _moved(path_steps(shape.path) or (), box.x, box.y)
    if shape.form is Form.ELLIPSE:
        return rounded(box, box.width / 2, box.height / 2)
    radius = min(shape.radius, box.width / 2, box.height / 2)
    return rounded(box, radius, radius) if radius else rectangle(box)


def rectangle(box: Box) -> tuple[Step, ...]:
    """Return the path around a box."""
    corners = ((box.right, box.y), (box.right, box.bottom), (box.x, box.bottom))
    return (("M", (box.x, box.y)), *(("L", corner) for corner in corners), ("Z", ()))


def rounded(box: Box, across: float, down: float) -> tuple[Step, ...]:
    """Return the path around a box with round corners, which may meet in an ellipse."""
    a, d = across * (1 - _ROUND), down * (1 - _ROUND)
    x, y, right, bottom = box.x, box.y, box.right, box.bottom
    return (
        ("M", (x + across, y)),
        ("L", (right - across, y)),
        ("C", (right - a, y, right, y + d, right, y + down)),
        ("L", (right, bottom - down)),
        ("C", (right, bottom - d, right - a, bottom, right - across, bottom)),
        ("L", (x + across, bottom)),
        ("C", (x + a, bottom, x, bottom - d, x, bottom - down)),
        ("L", (x, y + down)),
        ("C", (x, y + d, x + a, y, x + across, y)),
        ("Z", ()),
    )


def seal_parts(seal: Seal) -> tuple[tuple[Step, ...], tuple[Step, ...], tuple[Step, ...]]:
    """Return the scalloped edge of a seal, the ring inside it, and the tick in its middle."""
    box = seal.box
    half = min(box.width, box.height) / 2
    x, y = box.x + box.width / 2, box.y + box.height / 2
    edge: list[Step] = []
    for number in range(2 * _POINTS):
        far = half if number % 2 else half * 0.93
        turn = math.pi * number / _POINTS
        point = (round(x + far * math.cos(turn), 3), round(y + far * math.sin(turn), 3))
        edge.append(("L" if edge else "M", point))
    ring = half * 0.78
    circle = rounded(Box(x - ring, y - ring, 2 * ring, 2 * ring), ring, ring)
    tick: tuple[Step, ...] = (
        ("M", (x - half * 0.36, y + half * 0.02)),
        ("L", (x - half * 0.1, y + half * 0.28)),
        ("L", (x + half * 0.38, y - half * 0.28)),
    )
    return (*edge, ("Z", ())), circle, tick


def _moved(steps: tuple[Step, ...], x: float, y: float) -> tuple[Step, ...]:
    return tuple(
        (letter, tuple(each + (y if at % 2 else x) for at, each in enumerate(numbers)))
        for letter, numbers in steps
    )
