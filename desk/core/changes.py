"""What a write touched: open views decide from it whether to refresh."""

from collections.abc import Iterable
from dataclasses import dataclass, field


@dataclass
class Changes:
    """Record kind ("person", "mediation.dispute") → ids touched; an empty set means "many, refresh everything"."""

    touched: dict[str, set[int]] = field(default_factory=dict)

    def add(self, kind: str, *ids: int) -> None:
        """Note that records of `kind` changed."""
        self.touched.setdefault(kind, set()).update(ids)

    def touches(self, kind: str, record_id: int | None = None) -> bool:
        """Whether `kind` (and that very record) is among them."""
        ids = self.touched.get(kind)
        return ids is not None and (record_id is None or not ids or record_id in ids)

    def merge(self, others: Iterable["Changes"]) -> None:
        """Take over what others touched."""
        for other in others:
            for kind, ids in other.touched.items():
                self.add(kind, *ids)
