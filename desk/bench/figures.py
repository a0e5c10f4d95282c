"""What a benchmark answers: samples of our thing, samples of the bare thing, and the target they are held against."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from statistics import median
from typing import Any

RATIO, MEDIAN, P95 = "ratio", "median", "p95"
"""What a target is held against."""


@dataclass(frozen=True, slots=True)
class Target:
    """of: RATIO, MEDIAN or P95 of the figure; at most `most`, in the figure's unit."""

    of: str
    most: float


@dataclass(frozen=True, slots=True)
class Figure:
    """One line of the table. `what` and `bare` are translated already; less is better in every unit.

    samples, bare_samples: in `unit`: "ms" (CPU milliseconds), "ms wall", "MB". target None: told, held against nothing.
    """

    what: str
    samples: tuple[float, ...]
    bare: str = ""
    bare_samples: tuple[float, ...] = ()
    target: Target | None = None
    unit: str = "ms"

    @property
    def median(self) -> float:
        """The middle of our samples."""
        return median(self.samples)

    @property
    def p95(self) -> float:
        """95 of 100 samples are no higher; the highest of few."""
        return percentile(self.samples, 0.95)

    @property
    def bare_median(self) -> float | None:
        """The middle of the bare thing's samples."""
        return median(self.bare_samples) if self.bare_samples else None

    @property
    def ratio(self) -> float | None:
        """Ours to the bare thing's, of the medians."""
        return self.median / self.bare_median if self.bare_median else None

    @property
    def met(self) -> bool | None:
        """Whether the target is met; None without one."""
        if self.target is None:
            return None
        value = {RATIO: self.ratio, MEDIAN: self.median, P95: self.p95}[self.target.of]
        return value is not None and value <= self.target.most

    def as_data(self) -> dict[str, Any]:
        """For --json."""
        return {"what": self.what, "unit": self.unit, "count": len(self.samples), "median": self.median, "p95": self.p95,
                "bare": self.bare, "bare_count": len(self.bare_samples), "bare_median": self.bare_median,
                "ratio": self.ratio, "target": asdict(self.target) if self.target else None, "met": self.met}


def percentile(samples: Sequence[float], share: float) -> float:
    """The smallest sample that `share` of all are not above."""
    ordered = sorted(samples)
    place = -int(-share * len(ordered) // 1) - 1
    return ordered[min(max(place, 0), len(ordered) - 1)]
