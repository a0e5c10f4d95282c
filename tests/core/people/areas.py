"""Two grids for tests of rights that end at areas."""

from typing import Any

from desk.core.places.drafts import AreaDraft
from desk.core.places.service import add_area


def two_grids(uow: Any) -> tuple[int, int]:
    """Ids of two areas."""
    return add_area(uow, AreaDraft("一号网格")), add_area(uow, AreaDraft("二号网格"))
