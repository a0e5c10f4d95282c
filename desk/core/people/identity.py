"""Identity papers judged as evidence (rules 5.1, 5.2): every check is named, failing ones ask for a reason.

Nothing but an empty or endless number is refused. Numbers are personal data: no sentence here repeats one.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from desk.core.errors import UserError
from desk.core.i18n import _
from desk.core.people.checks import Check, failed, passed, sentences
from desk.core.people.dates import PartialDate, age_at, partial
from desk.core.people.identity_kinds import KINDS, PROVINCES, IdentityKind
from desk.core.text import code

LIMIT = 60
OLDEST = 120
MALE, FEMALE, UNKNOWN, UNSTATED = "1", "2", "0", "9"
"""GB/T 2261.1."""
GB_11643 = "GB 11643-1999"


@dataclass(frozen=True, slots=True)
class IdentityFindings:
    """What a look at one paper's number found.

    number: as it is to be kept. birth, sex (GB/T 2261.1), region: what the number itself says, None or "" when nothing.
    suggestion: a better number to offer (15 characters turned into 18), "" when there is none. better_kind: the kind it
    looks like instead, "" when the kind fits.
    """

    kind: str
    number: str
    checks: tuple[Check, ...] = ()
    birth: date | None = None
    sex: str = ""
    region: str = ""
    suggestion: str = ""
    better_kind: str = ""
    warnings: tuple[Check, ...] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "warnings", failed(self.checks))

    @property
    def ok(self) -> bool:
        """May be saved without a reason."""
        return not self.warnings

    @property
    def sentences(self) -> tuple[str, ...]:
        """One sentence a warning."""
        return sentences(self.checks)


def clean_number(kind: str, number: str, *, field: str = "number") -> str:
    """The number as kept: plain width, no spaces, upper case (x → X). "" for the kind "none".

    Raises UserError beside `field` for an unknown kind, an empty or an endless number.
    """
    if kind not in KINDS:
        raise UserError(_("Choose the kind of paper."), field=field)
    kept = code(number, limit=LIMIT, field=field)
    if not KINDS[kind].numbered:
        return ""
    if not kept:
        raise UserError(_("Enter the number, or choose “no number at hand”."), field=field)
    if len(kept) > LIMIT:
        raise UserError(_("No paper has a number of {count} characters.").format(count=len(kept)), field=field)
    return kept


def examine(kind: str, number: str, *, on: date, birth: PartialDate | date | str | None = None,
            sex: str = "") -> IdentityFindings:
    """Judge one paper's number on the day `on`, against the birth date and sex written in the form if given.

    Raises UserError as `clean_number`; everything else comes back as checks.
    """
    kept = clean_number(kind, number)
    paper = KINDS[kind]
    if not paper.numbered:
        return IdentityFindings(kind, "", (Check("number_given", False, _("No identity number is given.")),))
    fits = not paper.forms or any(shape.fullmatch(kept) for shape in paper.forms)
    form = passed("form", paper.source) if fits else Check(
        "form", False, _("A number of this paper looks different: please compare it with the paper."), paper.source)
    whole = len(kept) == 18 and kept[:17].isdecimal()
    if paper.rule and whole:
        return _examine_18(paper, kept, form, on, birth, sex)
    if paper.rule == "citizen" and len(kept) == 15 and kept.isdecimal():
        return _examine_15(kind, kept, on, birth, sex)
    return IdentityFindings(kind, kept, (form,))


def check_character(first17: str) -> str:
    """The 18th character by MOD 11-2 (GB 11643-1999)."""
    from stdnum.iso7064 import mod_11_2

    return mod_11_2.calc_check_digit(first17)


def convert_15(number: str) -> str:
    """The 18-character form of a first-generation number: "19" after the sixth digit and the check character."""
    longer = number[:6] + "19" + number[6:]
    return longer + check_character(longer)


def card_years(age: int) -> int:
    """Years a card handed out at this age is valid, 0 for 长期. Source: 居民身份证法 5."""
    return 5 if age < 16 else 10 if age < 26 else 20 if age < 46 else 0


def _examine_18(paper: IdentityKind, number: str, form: Check, on: date,
                birth: PartialDate | date | str | None, sex: str) -> IdentityFindings:
    said = _birth(number[6:14])
    permanent = paper.rule == "permanent"
    region = PROVINCES.get(number[1:3] if permanent else number[:2], "")
    drawn = "" if permanent else MALE if int(number[16]) % 2 else FEMALE
    checks = [form, *_common(number, said, region, on), *_agreement(said, drawn, birth, sex)]
    better = "residence_permit" if paper.key == "id_card" and number[:6] in ("810000", "820000", "830000") else ""
    if better:
        checks.append(Check("kind", False, _("This is the number of a residence permit of Hong Kong, Macao or Taiwan "
                                             "residents; choose that kind.")))
    return IdentityFindings(paper.key, number, tuple(checks), said, drawn, region, better_kind=better)


def _examine_15(kind: str, number: str, on: date, birth: PartialDate | date | str | None,
                sex: str) -> IdentityFindings:
    longer = convert_15(number)
    said = _birth(longer[6:14])
    region = PROVINCES.get(number[:2], "")
    drawn = MALE if int(number[14]) % 2 else FEMALE
    old = Check("old_number", False, _("Numbers of 15 digits are out of use since 2013-01-01; "
                                       "take over the 18-digit form if the new card is not at hand."), GB_11643)
    checks = (old, *_common(longer, said, region, on), *_agreement(said, drawn, birth, sex))
    return IdentityFindings(kind, number, checks, said, drawn, region, suggestion=longer)


def _common(number: str, said: date | None, region: str, on: date) -> Iterator[Check]:
    """Sentences are made for failed checks only: an import looks at 100,000 numbers."""
    expected = check_character(number[:17])
    yield passed("check_digit", GB_11643) if number[17] == expected else Check(
        "check_digit", False,
        _("The last character should be {expected}, {given} was entered; one of the digits may be wrong.")
        .format(expected=expected, given=number[17]), GB_11643)
    yield passed("region", "GB/T 2260") if region else Check(
        "region", False, _("No province has the number these digits begin with."), "GB/T 2260")
    if said is None:
        yield Check("birth", False, _("The birth date in the number is not in the calendar."), GB_11643)
        return
    yield passed("birth", GB_11643)
    yield passed("future", GB_11643) if said <= on else Check(
        "future", False, _("The birth date in the number lies in the future."), GB_11643)
    yield passed("age") if age_at(said, on) <= OLDEST else Check(
        "age", False, _("By this number the person is over {years} years old.").format(years=OLDEST))


def _agreement(said: date | None, drawn: str, birth: PartialDate | date | str | None, sex: str) -> Iterator[Check]:
    if said is not None and birth:
        yield passed("birth_agrees") if partial(birth).agrees(said) else Check(
            "birth_agrees", False, _("The number says born {said}, the form says {written}.").format(said=said, written=birth))
    if drawn and sex in (MALE, FEMALE):
        yield passed("sex_agrees", GB_11643) if drawn == sex else Check(
            "sex_agrees", False, _("The number and the form differ in the sex."), GB_11643)


def _birth(digits: str) -> date | None:
    try:
        return date(int(digits[:4]), int(digits[4:6]), int(digits[6:]))
    except ValueError:
        return None
