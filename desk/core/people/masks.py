"""What lists and public sheets show instead of personal data (rules 4: 张*, 4201**********1234, 138****5678)."""

from desk.core.people.surnames import split_surname


def mask_name(name: str) -> str:
    """张* for every Chinese name; the first part and * for a name with · or a Latin name."""
    for mark in ("·", " "):
        if mark in name:
            return name.split(mark, 1)[0] + mark + "*"
    surname, given = split_surname(name)
    return surname + "*" if given else "*" * len(name)


def mask_number(number: str) -> str:
    """4201**********1234 for 18 characters; of shorter numbers at least the middle half is hidden."""
    shown = min(4, len(number) // 4)
    if not shown:
        return "*" * len(number)
    return number[:shown] + "*" * (len(number) - 2 * shown) + number[-shown:]


def mask_phone(number: str) -> str:
    """138****5678; of a fixed line the last four stay (010-****5678); short service numbers stay as they are."""
    if len(number) == 11 and number.isdecimal():
        return f"{number[:3]}****{number[7:]}"
    digits = [place for place, char in enumerate(number) if char.isdigit()]
    if len(digits) < 7:
        return number
    hidden = set(digits[-8:-4]) if len(digits) >= 8 else set(digits[:-4])
    return "".join("*" if place in hidden else char for place, char in enumerate(number))


def mask_address(address: str) -> str:
    """The address up to its first house number: 翠湖花园12幢1单元1502室 → 翠湖花园***."""
    for place, char in enumerate(address):
        if char.isdigit() and place:
            return address[:place] + "***"
    return address
