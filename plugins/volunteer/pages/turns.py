"""The turns of a team: a proposal from its members, put right by hand, kept on the core's duty roster."""

from datetime import timedelta
from typing import Any

from desk.api import N_, translator
from desk.api.calendar import DutyDraft, DutyRow, save_roster
from desk.api.db import UnitOfWork
from desk.api.pages import Fact, FactSection, Field, FormSpec, NextAct, Repeat, Section
from plugins.volunteer.models import Team
from plugins.volunteer.service.turns import WEEKS, list_turns, propose_turns, roster_of

_ = translator("volunteer")
PLAN = "desk.schedules.plan"
SHOWN = 10
KINDS = ("neighbour", "team", "post")
"""Kinds of team that serve by turns."""


def turns_section(uow: UnitOfWork, team: Team) -> list[FactSection]:
    """Who is on duty next; nothing without a roster."""
    rows = list_turns(uow, team.id)[:SHOWN] if team.kind in KINDS else []
    return [FactSection(_("On duty by turns"), tuple(_turn(one) for one in rows), "volunteer.turns_form",
                        {"record_id": team.id})] if rows else []


def _turn(one: DutyRow) -> Fact:
    stands_in = _(" (stands in: {name})").format(name=one.deputy) if one.deputy else ""
    return Fact(f"{one.day} {one.slot}".strip(), one.who + stands_in)


def turns_acts(team: Team, may: bool, members: int) -> list[NextAct]:
    """Filling the roster, where two or more can take turns."""
    if team.kind not in KINDS or not may:
        return []
    return [NextAct(_("Put the members on duty by turns"), "volunteer.turns_form", {"record_id": team.id}, enabled=members > 1,
                    why_not="" if members > 1 else _("Turns need two members."))]


def start_turns(uow: UnitOfWork, record_id: int | None) -> dict[str, Any]:
    """The coming four weeks as they stand; with nobody on them, the members by turns."""
    first = uow.clock.today()
    last, team = first + timedelta(days=7 * WEEKS - 1), record_id or 0
    shown: list[Any] = list(list_turns(uow, team)) or propose_turns(uow, team, first, last)
    return {"id": team, "first": first, "last": last, "duties": [
        {name: getattr(one, name) for name in ("day", "who", "slot", "deputy")} for one in shown] or [{}]}


def save_turns(uow: UnitOfWork, values: dict[str, Any]) -> int:
    """See `save_roster`; answers the team's id. A row without a day is left out."""
    rows = [row for row in values.get("duties") or () if row.get("day")]
    save_roster(uow, roster_of(values["id"]), values["first"], values["last"], [
        DutyDraft(row["day"], row.get("who") or "", row.get("slot") or "", row.get("deputy") or "") for row in rows])
    uow.touch("volunteer.team", values["id"])
    return int(values["id"])


save_turns.verb_name = "roster.save"  # type: ignore[attr-defined]
TURNS_FORM = FormSpec(
    id="volunteer.turns_form", title=N_("On duty by turns"), domain="volunteer", after="volunteer.team",
    sections=(Section("", (
        Field("first", N_("From"), "date", True), Field("last", N_("To"), "date", True),
        Repeat("duties", N_("Duty"), (
            Field("day", N_("Day"), "date"), Field("who", N_("On duty"), width=110),
            Field("slot", N_("Part of the day"), width=80), Field("deputy", N_("Stands in"), width=110)), N_("Add a duty"),
            compact=True)),
        help=N_("The members by turns, day by day. Change names or take days out; what stood in these days before goes.")),),
    save=save_turns, load=start_turns)
