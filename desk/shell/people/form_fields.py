"""The person's form as a declaration, and what is typed into it as a draft. No Qt.

Papers and phones on file stand masked in the same rows as new ones: left alone they stay, typed anew they replace what was
there, taken away they go.
"""

from dataclasses import replace
from typing import Any

from desk.core.db.uow import UnitOfWork
from desk.core.errors import UserError
from desk.core.i18n import N_, _
from desk.core.people.drafts import PaperDraft, PersonDraft, PhoneDraft
from desk.core.people.identity_kinds import KINDS
from desk.core.people.phones import OWNERS
from desk.core.people.queries import get_person
from desk.host.pages import Field, FormSpec, Repeat, Section
from desk.shell.people import words
from desk.shell.people.pickers import ASKS_HOME, find_homes, name_home, split
from desk.shell.people.saving import PersonSaving, save_person

_KIND_CHOICES = tuple((kind.key, kind.title) for kind in KINDS.values())
_OWNER_CHOICES = tuple(OWNERS.items())
_NUMBERED = tuple(kind.key for kind in KINDS.values() if kind.numbered)

SECTIONS = (
    Section(N_("Who it is"), (
        Field("name", N_("Name"), required=True, width=260, max_length=60,
              help=N_("A rare character can be typed by its code, such as U+4DAE.")),
        Repeat("papers", N_("Identity paper"), (
            Field("kind", N_("Kind of paper"), "choice", choices=_KIND_CHOICES, default="id_card", width=260),
            Field("number", N_("Number"), "idnumber", width=260, visible_when={"kind": _NUMBERED}),
            Field("expires", N_("Valid until"), "text", width=260, visible_when={"kind": _NUMBERED},
                  help=N_("Blank for long-term."))), N_("Add an identity paper"), maximum=6),
        Field("sex", N_("Sex"), "choice", choices=words.choices("sex"), width=140),
        Field("birth", N_("Born"), "partial_date"),
        Field("pinyin", N_("Pinyin"), width=260, max_length=200, help=N_("Only when the reading shown is wrong.")))),
    Section(N_("Telephones"), (
        Repeat("phones", N_("Telephone"), (
            Field("number", N_("Number"), "phone", width=260),
            Field("owner", N_("Whose"), "choice", choices=_OWNER_CHOICES, default="self", width=140),
            Field("label", N_("Note"), width=260, max_length=60, help=N_("Such as: daughter, at work until 5."))),
            N_("Add a telephone"), maximum=6),)),
    Section(N_("Household and residence"), (
        Field("home", N_("Household"), "organisation", search=find_homes, named=name_home, asks=ASKS_HOME,
              help=N_("Address or door number; an address that is not there yet opens a new file.")),
        Field("relation", N_("Relation"), "choice", choices=words.choices("relation"), width=180,
              help=N_("To the head of the household.")),
        Field("resident_kind", N_("Kind of resident"), "choice", choices=words.choices("resident_kind"), default="permanent",
              width=180),
        Field("address", N_("Own address"), help=N_("Only where it differs from the household's."), max_length=200),
        Field("area_id", N_("Area"), "place"), Field("moved_in", N_("Moved in"), "partial_date"))),
)


def load(uow: UnitOfWork, person_id: int | None) -> dict[str, Any]:
    """Starting values: a new resident with one empty paper and phone, or the record with its numbers masked."""
    if person_id is None:
        return {"papers": [{}], "phones": [{}]}
    card = get_person(uow, person_id)
    papers = [{"id": paper.id, "kind": paper.kind, "number": paper.number, "expires": paper.expires,
               "masked": paper.number, "was": (paper.kind, paper.expires)} for paper in card.papers]
    phones = [{"id": phone.id, "number": phone.number, "owner": phone.owner, "label": phone.label,
               "masked": phone.number, "was": (phone.owner, phone.label)} for phone in card.phones]
    return {"person_id": card.id, "version": card.version, "name": card.name, "sex": card.sex, "birth": card.birth,
            "pinyin": card.pinyin_given, "home": card.household_id, "relation": card.relation,
            "resident_kind": card.resident_kind, "address": card.own_address, "area_id": card.area_id,
            "moved_in": card.moved_in, "papers": papers, "phones": phones,
            "on_file": {"papers": [paper.id for paper in card.papers], "phones": [phone.id for phone in card.phones]}}


def is_kept(row: dict[str, Any]) -> bool:
    """Whether a row on file was left as it stands."""
    return bool(row.get("id")) and (row.get("number") or "") == (row.get("masked") or "")


def new_rows(rows: list[dict[str, Any]]) -> list[int]:
    """Places of the rows that are new or typed anew; empty ones are none."""
    return [place for place, row in enumerate(rows)
            if not is_kept(row) and (row.get("number") or row.get("kind") == "none" and not row.get("id"))]


def person_draft(values: dict[str, Any]) -> PersonDraft:
    """The draft out of the form's values, as far as they are filled in."""
    papers, phones = values.get("papers") or [], values.get("phones") or []
    new_papers, new_phones = ([rows[place] for place in new_rows(rows)] for rows in (papers, phones))
    home, _address = split(values.get("home"))
    text = {name: values.get(name) or "" for name in ("name", "sex", "birth", "relation", "address", "moved_in", "pinyin",
                                                      "reason")}
    return PersonDraft(
        **text, resident_kind=values.get("resident_kind") or "permanent", household_id=home, area_id=values.get("area_id"),
        papers=tuple(PaperDraft(row.get("kind") or "id_card", row.get("number") or "", row.get("expires") or "")
                     for row in new_papers),
        phones=tuple(PhoneDraft(row["number"], row.get("owner") or "self", row.get("label") or "") for row in new_phones),
        removed_papers=_removed(values, "papers"), removed_phones=_removed(values, "phones"))


def person_saving(values: dict[str, Any]) -> PersonSaving:
    """What is saved. Raises UserError beside a row on file whose kind was changed without its number."""
    marks = {f"{group}.{place}.number": _("Type the whole number again to change what belongs to it.")
             for group, names in (("papers", ("kind", "expires")), ("phones", ("owner", "label")))
             for place, row in enumerate(values.get(group) or [])
             if is_kept(row) and tuple(row.get(name) or "" for name in names) != tuple(row["was"])}
    if marks:
        raise UserError(_("Some entries need correcting."), fields=marks)
    _home, address = split(values.get("home"))
    return PersonSaving(person_draft(values), values.get("person_id"), values.get("version") or 0, address)


def form_path(values: dict[str, Any], name: str) -> str:
    """Where a sentence about the draft belongs in the form: "papers.0" of the draft → "papers.2.number" of the form."""
    group, _dot, rest = name.partition(".")
    if group not in ("papers", "phones") or not rest:
        return {"household_id": "home"}.get(name, name)
    number, _dot, part = rest.partition(".")
    places = new_rows(values.get(group) or [])
    if part == "number" or not number.isdecimal() or int(number) >= len(places):
        return name
    return f"{group}.{places[int(number)]}.{part or 'number'}"


def _removed(values: dict[str, Any], group: str) -> tuple[int, ...]:
    kept = {row["id"] for row in values.get(group) or [] if row.get("id") and is_kept(row)}
    return tuple(row_id for row_id in (values.get("on_file") or {}).get(group, ()) if row_id not in kept)


REGISTER = FormSpec(id="people.person_form", title=N_("Register a resident"), sections=SECTIONS, save=save_person, load=load,
                    make_draft=person_saving, after="people.person")
CHANGE = replace(REGISTER, title=N_("Change the record"))
