"""Words of the register as screens show them: codes, ages, states, checks a number was saved over, names of fields. No Qt."""

from desk.core.cases.kinds import Tone
from desk.core.i18n import N_, _
from desk.core.people.codes import RELATIONS, RESIDENT_KINDS, SEXES, STATES, TENURES, Code
from desk.core.people.dates import partial
from desk.core.people.identity_kinds import KINDS
from desk.core.people.phones import OWNERS
from desk.host.pages import StateCell

TONES = {"present": Tone.DONE, "moved_out": Tone.MUTED, "deceased": Tone.MUTED, "merged": Tone.WAITING, "erased": Tone.MUTED}

FINDINGS = {
    "form": N_("its form is unusual"), "check_digit": N_("its last character does not fit"),
    "region": N_("its region is unknown"), "birth": N_("its birth date is not in the calendar"),
    "future": N_("its birth date lies in the future"), "age": N_("by it the person is very old"),
    "birth_agrees": N_("it differs from the birth date"), "sex_agrees": N_("it differs from the sex"),
    "kind": N_("it belongs to another kind of paper"), "old_number": N_("it has 15 digits"),
    "number_given": N_("no number was given"), "same_number": N_("somebody else has the same number"),
}
"""Names of checks (core/people/identity, judge) → what was odd, to stand after the number."""

FIELDS = {
    "name": N_("Name"), "sex": N_("Sex"), "birth": N_("Born"), "household_id": N_("Household"),
    "relation": N_("Relation to the head of household"), "resident_kind": N_("Kind of resident"), "address": N_("Address"),
    "area_id": N_("Area"), "moved_in": N_("Moved in"), "moved_out": N_("Moved out"), "deceased_on": N_("Died on"),
    "pinyin_given": N_("Pinyin"), "state": N_("State"), "code": N_("Household number"), "tenure": N_("Tenure"),
    "contact": N_("Contact"), "note": N_("Note"), "phone": N_("Telephone"), "paper": N_("Identity number"),
}
"""Fields of a person or household → their titles."""

_TABLES: dict[str, dict[str, Code]] = {"sex": SEXES, "relation": RELATIONS, "resident_kind": RESIDENT_KINDS, "state": STATES,
                                       "tenure": TENURES}


def word(table: str, code: str) -> str:
    """The word of a code ("sex", "1" → 男), "" for an unknown one."""
    entry = _TABLES[table].get(code)
    return _(entry.title) if entry else ""


def choices(table: str, *, but: tuple[str, ...] = ()) -> tuple[tuple[str, str], ...]:
    """(code, title) of a table for a choice field, source strings."""
    return tuple((code.value, code.title) for code in _TABLES[table].values() if code.value not in but)


def sex(code: str) -> str:
    """Male or female; "" when it is not known."""
    return word("sex", code) if code in ("1", "2") else ""


def state(code: str) -> StateCell:
    """The state with its tone."""
    return StateCell(word("state", code), TONES.get(code, Tone.OPEN))


def age(years: int | None) -> str:
    """ "76 years" or ""."""
    return "" if years is None else _("aged {years}").format(years=years)


def day(stored: str) -> str:
    """A partial date as papers write it, "" for none."""
    return partial(stored).paper() if stored else ""


def paper_kind(key: str) -> str:
    """The kind of an identity paper."""
    return _(KINDS[key].title) if key in KINDS else key


def phone_owner(key: str) -> str:
    """Whose telephone number it is."""
    return _(OWNERS[key]) if key in OWNERS else key


def findings(names: tuple[str, ...], reason: str) -> str:
    """What was odd about a number when it was saved, and why it was saved all the same; "" when nothing was."""
    odd = _("; ").join(_(FINDINGS[name]) if name in FINDINGS else name for name in names)
    if not odd:
        return ""
    return _("Saved although {odd}. Reason: {reason}").format(odd=odd, reason=reason or "—")


def field_title(name: str) -> str:
    """The title of a field of a person or household."""
    return _(FIELDS[name]) if name in FIELDS else name


def field_value(name: str, value: str) -> str:
    """A stored value in words; ids stay to whoever knows the register."""
    if name in _TABLES:
        return word(name, value) or value
    return day(value) if name in ("birth", "moved_in", "moved_out", "deceased_on") and value else value
