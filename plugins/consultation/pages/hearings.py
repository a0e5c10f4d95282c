"""What a hearing's page says of its judgement, and the form that opens it."""

from desk.api import N_, translator
from desk.api.db import UnitOfWork
from desk.api.meetings import GatheringRow, get_gathering
from desk.api.pages import Fact, FactSection, Field, NextAct
from desk.api.scores import ROUND_STATES, RoundRow, list_results, list_rounds_of
from plugins.consultation.drafts_bodies import HearingScoreDraft
from plugins.consultation.pages.common import form_of, joined
from plugins.consultation.service.hearings import score_hearing

_ = translator("consultation")
desk_ = translator("desk")


def standing_rounds(uow: UnitOfWork, gathering_id: int) -> list[RoundRow]:
    """Rounds of a hearing that were not declared void."""
    return [one for one in list_rounds_of(uow, "gathering", gathering_id) if one.state != "void"]


def score_sections(uow: UnitOfWork, rounds: list[RoundRow]) -> list[FactSection]:
    """Results as far as they are counted; before that how far the round is."""
    facts = []
    for one in rounds:
        counted = list_results(uow, one.id)
        facts += [Fact(row.title, joined(row.total_text, row.band)) for row in counted] or [
            Fact(one.title, desk_(ROUND_STATES[one.state]))]
    return [FactSection(_("Judgement"), tuple(facts))] if facts else []


def score_acts(one: GatheringRow, rounds: list[RoundRow]) -> list[NextAct]:
    """Open the judgement, or go on with it."""
    if one.kind != "hearing":
        return []
    return [NextAct(_("Score sheets and result"), "scores.round", {"record_id": made.id}) for made in rounds] or [
        NextAct(_("Have the report judged"), "consultation.hearing_score_form", {"record_id": one.id})]


def _load(uow: UnitOfWork, record_id: int | None) -> dict[str, object]:
    """The reporter is who is written as chair on a hearing's papers; everybody who came gets a sheet."""
    one = get_gathering(uow, record_id or 0)
    return {"gathering_id": one.id, "reporter": one.host, "residents": one.came or one.heads or 0, "members": 0}


HEARING_SCORE_FORM = form_of(
    "hearing_score_form", N_("Have the report judged"), score_hearing, HearingScoreDraft,
    Field("reporter", N_("Who reported"), "text", True),
    Field("residents", N_("Sheets for residents"), "number", True), Field("members", N_("Sheets for party members"), "number"),
    load=_load, after="scores.round",
    help=N_("Sheets carry no names. Print them on the next page, collect them, key them in; the result is posted from there."))
