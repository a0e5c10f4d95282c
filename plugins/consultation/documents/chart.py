"""Result bars: one bar a measure as wide as everybody entitled, the parts as greys, the threshold as a line. No text inside."""

from typing import Any

from desk.api.votes import MEASURES, QuestionResult, amount

WIDTH, HEIGHT, LINE = 400, 14, 1.2
#: part → how dark it prints, darkest first
GREYS = (("agree", 0.25), ("against", 0.6), ("abstain", 0.8), ("invalid", 0.92))


def bars(question: QuestionResult) -> tuple[tuple[Any, str], ...]:
    """(drawing, caption) for each measure; the line stands where the rule is reached."""
    found = []
    needed = {test.measure: test.needed for test in question.verdict.tests if test.kind == "pass"}
    for measure, one in question.totals.items():
        parts = tuple((getattr(one, name), grey) for name, grey in GREYS)
        words = f"{MEASURES[measure]}(深至浅:同意、反对、弃权、无效,空白为未参加)"
        if measure in needed:
            words += f";竖线为通过所需 {amount(measure, needed[measure])}"
        found.append((_bar(parts, one.roll, needed.get(measure)), words))
    return tuple(found)


def _bar(parts: tuple[tuple[int, float], ...], whole: int, line: int | None) -> Any:
    from reportlab.graphics.shapes import Drawing, Line, Rect
    from reportlab.lib.colors import Color, black

    drawing, left, scale = Drawing(WIDTH, HEIGHT + 6), 0.0, WIDTH / max(whole, 1)
    for number, grey in parts:
        if number:
            drawing.add(Rect(left, 3, number * scale, HEIGHT, fillColor=Color(grey, grey, grey), strokeWidth=0))
            left += number * scale
    drawing.add(Rect(0, 3, WIDTH, HEIGHT, fillColor=None, strokeColor=black, strokeWidth=0.5))
    if line is not None:
        drawing.add(Line(line * scale, 0, line * scale, HEIGHT + 6, strokeColor=black, strokeWidth=LINE))
    return drawing
