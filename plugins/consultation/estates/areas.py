"""Areas as people write them, in integers of 0.01 m²."""

from desk.api import UserError, clean, fold_width, translator

_ = translator("consultation")
LARGEST = 100_000_000
"""A million m²: more is a slip of the pen."""


def read_area(text: str, field: str = "area") -> int:
    """"89.5", "89.50㎡" → 8950. UserError for what is no area with at most two decimals."""
    plain = clean(fold_width(text)).replace(",",
                                            "").removesuffix("平方米").removesuffix("㎡").removesuffix("m2").removesuffix("m²").strip()
    whole, _point, part = plain.partition(".")
    part = part.rstrip("0")
    if not whole.isascii() or not whole.isdecimal() or len(part) > 2 or (part and not (part.isascii() and part.isdecimal())):
        raise UserError(_("Write the area in m² with at most two decimals, like 89.50."), field=field)
    area = int(whole) * 100 + int((part or "0").ljust(2, "0"))
    if not 0 < area <= LARGEST:
        raise UserError(_("The area lies between 0.01 and 1,000,000 m²."), field=field)
    return area


def show_area(area: int) -> str:
    """8950 → "89.50"."""
    return f"{area // 100}.{area % 100:02d}"
