"""Two records side by side before they become one: what stands, what is filled in, what goes over. No Qt."""

from collections.abc import Callable
from dataclasses import dataclass

from desk.core.cases.queries import list_cases_of_person
from desk.core.db.uow import UnitOfWork
from desk.core.i18n import N_, _
from desk.core.leftovers.registry import leftovers
from desk.core.people.cards import PersonCard
from desk.core.people.queries import get_person, list_visits
from desk.core.people.references import count_by_owner, find_rows, find_stuck, without
from desk.shell.people import words

MOST_VISITS = 500
TOLD_BY_NAME = ("core_identity_paper", "core_person_phone", "core_visit_note", "core_case_person")


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two. visits, matters: how many go over when this record goes; others: "core" or plugin → further rows;
    stuck: plugin → rows that stay with it.
    """

    card: PersonCard
    visits: int
    matters: int
    others: dict[str, int]
    stuck: dict[str, int]


@dataclass(frozen=True, slots=True)
class Line:
    """One field of both and of the result, in words; differs: both say something and not the same."""

    title: str
    kept: str
    gone: str
    after: str
    differs: bool


@dataclass(frozen=True, slots=True)
class Pair:
    """Both records as they are."""

    kept: Side
    gone: Side


def load_pair(uow: UnitOfWork, kept_id: int, gone_id: int) -> Pair:
    """Read both. Raises NotFound, NotAllowed."""
    return Pair(_side(uow, kept_id, gone_id), _side(uow, gone_id, kept_id))


def silent_tables() -> tuple[str, ...]:
    """Tables of plugins that were removed: nobody can put their entries right before a merge."""
    return tuple(leftovers().tables)


def _side(uow: UnitOfWork, person_id: int, other_id: int) -> Side:
    stuck = find_stuck(uow, other_id, person_id, silent_tables())
    return Side(get_person(uow, person_id), len(list_visits(uow, person_id=person_id, limit=MOST_VISITS)),
                len({case.id for case, _role in list_cases_of_person(uow, person_id)}),
                count_by_owner(without(find_rows(uow, person_id), stuck), TOLD_BY_NAME), count_by_owner(stuck))


def compare(pair: Pair) -> list[Line]:
    """Line by line; fields the kept record leaves empty are filled from the other, papers and phones come together."""
    kept, gone = pair.kept.card, pair.gone.card
    lines = [_line(title, say(kept), say(gone), fills) for title, say, fills in _FIELDS]
    for title, say in _LISTS:
        mine, theirs = say(kept), say(gone)
        lines.append(Line(_(title), _join(mine), _join(theirs), _join([*mine, *theirs]), False))
    return lines


def moving(pair: Pair, title_of: Callable[[str], str]) -> str:
    """What goes over, in a sentence or two. title_of: a plugin's id → its name as shown."""
    gone = pair.gone

    def counted(rows: dict[str, int]) -> str:
        names = {owner: _("other registers") if owner == "core" else title_of(owner) for owner in rows}
        return _(", ").join(_("{plugin} {count}").format(plugin=names[owner], count=count) for owner, count in rows.items())

    others, stuck = counted(gone.others), counted(gone.stuck)
    told = _("{papers} identity papers, {phones} telephones, {visits} visit notes and {matters} matters go over.").format(
        papers=len(gone.card.papers), phones=len(gone.card.phones), visits=gone.visits, matters=gone.matters)
    told += _(" Records further on: {others}.").format(others=others) if others else ""
    return told + _(" With the record that goes stay, because its program is removed and only one such entry may stand: "
                    "{others}. They are shown on both cards.").format(others=stuck) if stuck else told


def _line(title: str, kept: str, gone: str, fills: bool) -> Line:
    return Line(_(title), kept, gone, kept or (gone if fills else ""), bool(kept and gone and kept != gone))


def _join(parts: list[str]) -> str:
    return _("; ").join(parts)


def _papers(card: PersonCard) -> list[str]:
    return [f"{words.paper_kind(paper.kind)} {paper.number}".strip() for paper in card.papers]


def _phones(card: PersonCard) -> list[str]:
    return [f"{words.phone_owner(phone.owner)} {phone.number}" for phone in card.phones]


_FIELDS: tuple[tuple[str, Callable[[PersonCard], str], bool], ...] = (
    (N_("Name"), lambda card: card.name, False), (N_("Sex"), lambda card: words.sex(card.sex), False),
    (N_("Born"), lambda card: words.day(card.birth), True), (N_("Household"), lambda card: card.household, True),
    (N_("Relation"), lambda card: words.word("relation", card.relation), True),
    (N_("Own address"), lambda card: card.own_address, True), (N_("Moved in"), lambda card: words.day(card.moved_in), True),
    (N_("Kind of resident"), lambda card: words.word("resident_kind", card.resident_kind), False),
    (N_("State"), lambda card: words.word("state", card.state), False),
)
_LISTS = ((N_("Identity papers"), _papers), (N_("Telephones"), _phones))
