"""How a number is written: records as they are, money in 元 or 万元, minutes in 小时, shares in per cent."""

from decimal import ROUND_HALF_UP, Decimal

from desk.core.statistics.declared import Base, Figure, Ratio

UNITS = {"元": (100, 2), "万元": (1_000_000, 2), "小时": (60, 1), "分": (100, 1), "积分": (10, 1)}
"""Unit → (smallest units in one, digits): stored in fen, minutes, hundredths of a mark (分), tenths of a point (积分)."""
NOTHING = "—"


def scaled(value: int, unit: str) -> Decimal:
    """The number in its unit, rounded half up."""
    whole, digits = UNITS.get(unit, (1, 0))
    return (Decimal(value) / whole).quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP)


def figure_text(value: int, unit: str) -> str:
    """1,234 or 12.30, without its unit."""
    return f"{scaled(value, unit):,}"


def share(part: int, whole: int, digits: int = 1) -> Decimal | None:
    """Per cent, rounded half up; None of nothing."""
    if not whole:
        return None
    return (Decimal(part) * 100 / whole).quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP)


def share_text(part: int, whole: int, digits: int = 1) -> str:
    """94.6% or a dash."""
    found = share(part, whole, digits)
    return NOTHING if found is None else f"{found}%"


def ratio_text(ratio: Ratio, part: int, whole: int) -> str:
    """A share as 94.6%, a mean as 7.5 without its unit, or a dash."""
    if ratio.unit == "%" or not whole:
        return share_text(part, whole, ratio.digits)
    unit, _digits = UNITS.get(ratio.unit, (1, 0))
    mean = (Decimal(part) / whole / unit).quantize(Decimal(1).scaleb(-ratio.digits), ROUND_HALF_UP)
    return f"{mean:,}"


def share_of_change(now: int | None, before: int | None) -> str:
    """+12.5% against before; a dash where there is nothing to compare with."""
    if now is None or not before:
        return NOTHING
    found = share(now - before, before)
    return f"{found:+}%"


def base_of(ratio: Ratio, chosen: object) -> Base:
    """The denominator with this code, else the first."""
    return next((base for base in ratio.bases if base.code == chosen), ratio.bases[0])


def base_sentence(ratio: Ratio, base: Base, figures: tuple[Figure, ...]) -> str:
    """成功率=调解成功÷(调解成功+调解不成功), printed under the table."""
    part = next((figure.title for figure in figures if figure.code == ratio.part), ratio.part)
    whole = base.title if "+" not in base.title else f"({base.title})"
    return f"{ratio.title}={part}÷{whole}"
