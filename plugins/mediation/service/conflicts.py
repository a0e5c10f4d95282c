"""Whether a mediator may have a case: herself or her household a party, now or in any case before; on the register or not.

The law knows no national rule of avoidance (UNSURE, a setting): bias is forbidden (人民调解法 第十五条), and the parties may
refuse a mediator (第二十三条第一项). So the parties are told, and what they say to it stands with the case.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, or_, select

from desk.api import UserError, translator
from desk.api.db import UnitOfWork
from desk.api.people import get_household, get_person
from plugins.mediation.mediators import AVOID_SOURCE
from plugins.mediation.models import Dispute, Mediator, Party
from plugins.mediation.service.intake import parties_of
from plugins.mediation.service.register import count_mediators, running_term
from plugins.mediation.settings import setting

_ = translator("mediation")


@dataclass(frozen=True, slots=True)
class Found:
    """One reason why somebody should not mediate. barred: nobody's consent makes it good."""

    mediator: str
    sentence: str
    barred: bool = False


def guard_mediators(uow: UnitOfWork, dispute: Dispute, names: Sequence[str], *, told: bool, field: str, on: date,
                    case: str = "") -> None:
    """UserError beside `field` while a mediator may not have this case, or the parties were not told of a conflict.

    case: named before the sentence, where one of many is looked at.
    """
    if not setting(uow, "conflict_check"):
        return
    found = list_conflicts(uow, dispute, names, on)
    barred = [one for one in found if one.barred]
    if barred:
        raise UserError(f"{case} {barred[0].sentence}".strip(), field=field, source=AVOID_SOURCE,
                        todo=_("Choose another mediator."))
    if found and not told:
        sentences = " ".join([*([case] if case else []), *(one.sentence for one in found)])
        raise UserError(sentences, field=field, source=AVOID_SOURCE,
                        todo=_("Choose another mediator, or tell the parties and tick that they agree all the same."))


def list_conflicts(uow: UnitOfWork, dispute: Dispute, names: Sequence[str], on: date) -> list[Found]:
    """Everything that stands against these mediators, against this case's parties and all cases before it."""
    parties = parties_of(uow, dispute.id)
    return [one for name in names for one in _of_one(uow, dispute, parties, name, on)]


def _of_one(uow: UnitOfWork, dispute: Dispute, parties: Sequence[Party], name: str, on: date) -> list[Found]:
    cards = list(uow.session.scalars(select(Mediator).where(Mediator.name == name).order_by(Mediator.id)))
    card = next((one for one in cards if running_term(uow, one.id, on)), cards[0] if cards else None)
    person = card.person_id if card else None
    found = _standing(uow, card, name, on)
    mine = [one for one in parties if _same(one, person, name)]
    if mine:
        return [Found(name, _("{name} is a party to this dispute.").format(name=name), barred=True)]
    household = _household(uow, person)
    near = [one.name for one in parties if one.person_id in household]
    if near:
        found.append(Found(name, _("{party} is of {name}'s household.").format(party="、".join(near), name=name)))
    if any(name in (one.guardian, one.agent, one.representative) for one in parties):
        found.append(Found(name, _("{name} acts for a party to this dispute.").format(name=name), barred=True))
    return found + _before(uow, dispute, parties, name, household if person is None else household | {person})


def _standing(uow: UnitOfWork, card: Mediator | None, name: str, on: date) -> list[Found]:
    """On the register, and in a term; a hall that keeps no register is not asked."""
    if card is None:
        return [Found(name, _("{name} is not on the register of mediators.").format(name=name))] if count_mediators(uow) else []
    if running_term(uow, card.id, on) is None:
        return [Found(name, _("{name} has no term running on this day.").format(name=name))]
    return []


def _before(uow: UnitOfWork, dispute: Dispute, parties: Sequence[Party], name: str, people: Collection[int]) -> list[Found]:
    """Cases before this one: she or her household stood against one of these parties, or she mediated for them."""
    earlier = select(Party.dispute_id).where(Party.dispute_id != dispute.id, _any_of(parties))
    rows = list(uow.session.scalars(select(Party).where(Party.dispute_id.in_(earlier)).order_by(Party.dispute_id)))
    disputes = {one.id: one for one in uow.session.scalars(select(Dispute).where(Dispute.id.in_(earlier)))}
    found: dict[str, Found] = {}
    for row in rows:
        if row.person_id in people or (row.kind == "person" and row.name == name):
            found["stood"] = Found(name,
                                   _("{name} or somebody of the household was in an earlier dispute with a party.").format(
                name=name))
    times = sum(name in one.mediators for one in disputes.values()) if count_mediators(uow) else 0
    if times:
        found["mediated"] = Found(name, _("{name} has mediated for a party of this dispute {n} times before.").format(
            name=name, n=times))
    return list(found.values())


def _any_of(parties: Sequence[Party]) -> ColumnElement[bool]:
    """The same registered person or unit; of those that are in no register the same name."""
    ids = [one.person_id for one in parties if one.person_id]
    units = [one.organisation_id for one in parties if one.organisation_id]
    names = [one.name for one in parties if not one.person_id and not one.organisation_id]
    return or_(Party.person_id.in_(ids), Party.organisation_id.in_(units),
               Party.name.in_(names) & Party.person_id.is_(None) & Party.organisation_id.is_(None))


def _same(party: Party, person: int | None, name: str) -> bool:
    if party.kind != "person":
        return False
    return party.person_id == person if party.person_id and person else party.name == name


def _household(uow: UnitOfWork, person: int | None) -> set[int]:
    """Everybody else of the mediator's household."""
    if person is None:
        return set()
    household = get_person(uow, person).household_id
    if household is None:
        return set()
    return {one.id for one in get_household(uow, household).members} - {person}
