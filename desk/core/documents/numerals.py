"""Chinese numerals: 一二三 for headings and clauses, 壹贰叁 for amounts and dates that must not be altered."""

SMALL = "零一二三四五六七八九"
CAPITAL = "零壹贰叁肆伍陆柒捌玖"
CAPITAL_UNITS = ("", "拾", "佰", "仟")


def chinese_number(number: int) -> str:
    """一 … 九十九, for headings ("一、") and articles ("第十二条"); larger numbers digit by digit."""
    if not 0 < number < 100:
        return "".join(SMALL[int(digit)] for digit in str(number))
    tens, ones = divmod(number, 10)
    return ("" if tens == 0 else "十" if tens == 1 else SMALL[tens] + "十") + (SMALL[ones] if ones else "")


def capital_number(number: int) -> str:
    """A whole number in capitals, 1 ≤ number < 10**16: 10010010 → 壹仟零壹万零壹拾."""
    high, low = divmod(number, 10**8)
    if not high:
        return _below_yi(low)
    gap = "零" if 0 < low < 10**7 else ""
    return _below_yi(high) + "亿" + gap + (_below_yi(low) if low else "")


def _below_yi(number: int) -> str:
    wan, rest = divmod(number, 10**4)
    if not wan:
        return _below_wan(rest)
    gap = "零" if 0 < rest < 1000 else ""
    return _below_wan(wan) + "万" + gap + (_below_wan(rest) if rest else "")


def _below_wan(number: int) -> str:
    """Four digits: a run of zeros inside gives one 零, zeros at the end give none."""
    words, waiting_zero = "", False
    for place in range(3, -1, -1):
        digit = number // 10**place % 10
        if digit:
            words += ("零" if waiting_zero else "") + CAPITAL[digit] + CAPITAL_UNITS[place]
            waiting_zero = False
        else:
            waiting_zero = bool(words)
    return words
