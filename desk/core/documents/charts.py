"""What a chart shows, and its scale; drawn alike on paper and on the screen."""

from dataclasses import dataclass

STEPS = (1, 2, 5)
LINES = 5
"""About so many steps up a scale."""


@dataclass(frozen=True, slots=True)
class ChartData:
    """A picture of numbers. kind: "bar" or "line". labels: along the foot; series: (name, one number a label; None: no number
    yet). unit: of all numbers.
    """

    title: str
    labels: tuple[str, ...]
    series: tuple[tuple[str, tuple[float | None, ...]], ...]
    kind: str = "bar"
    unit: str = ""

    @property
    def empty(self) -> bool:
        """Whether there is nothing to draw."""
        return not any(value for _name, values in self.series for value in values)

    @property
    def highest(self) -> float:
        """The largest number."""
        return max((value or 0 for _name, values in self.series for value in values), default=0)


def scale(highest: float) -> tuple[float, ...]:
    """Round numbers from 0 up to at least `highest`: 0, 5, 10, 15, 20."""
    step, size = 1.0, 1.0
    while True:
        for step in (size * each for each in STEPS):
            if step * LINES >= highest:
                count = max(1, int(-(-highest // step)))
                return tuple(step * place for place in range(count + 1))
        size *= 10


def scale_text(value: float) -> str:
    """1,200 on a scale."""
    return f"{value:,.0f}"
