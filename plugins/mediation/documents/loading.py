"""From the tables to what the papers print; one loader a paper, by the id of the record it belongs to."""

from dataclasses import replace

from desk.api import hall_time
from desk.api.db import UnitOfWork
from desk.api.people import partial
from plugins.mediation.categories import category_title
from plugins.mediation.documents.data import AgreementPaper, CasePaper, EndingPaper, Instalment, PartyLine, SessionPaper
from plugins.mediation.grounds import DIFFICULTIES, NOT_ACCEPTED, POWERS, TERMINATED, ground, titled
from plugins.mediation.models import Agreement, Session
from plugins.mediation.queries import CaseFile, PartyRow, age_text, get_file, instalments
from plugins.mediation.service.numbering import agreement_number
from plugins.mediation.settings import setting

SEXES = {"1": "男", "2": "女"}


def load_case(uow: UnitOfWork, dispute_id: int) -> CasePaper:
    """For the application and the acceptance form."""
    return case_paper(uow, get_file(uow, dispute_id))


def load_ending(uow: UnitOfWork, dispute_id: int) -> EndingPaper:
    """For the papers of the end: not accepted, terminated, undisputed facts, closing and difficulty reports."""
    file = get_file(uow, dispute_id)
    dispute = file.dispute
    table = NOT_ACCEPTED if file.case.state == "refused" else TERMINATED
    why = ground(table, dispute.ended_ground)
    return EndingPaper(
        case_paper(uow, file), file.case.number or "", dispute.ended_on, why.title, dispute.ended_reason, dispute.channel,
        why.source, dispute.undisputed, titled(DIFFICULTIES, dispute.difficulty), dispute.closed_on, _result(file),
        tuple(hall_time(one.started_at).date() for one in file.sessions), uow.clock.today(),
        tuple(f"{number}、{text}" for one in file.in_force for number, text in enumerate(one.clauses, 1)))


def _result(file: CaseFile) -> str:
    if file.in_force:
        done = {"performed": "已履行", "unperformed": "未履行", "closed": "", "archived": ""}.get(file.case.state, "履行中")
        form = "书面" if file.in_force[-1].form == "written" else "口头"
        return f"达成{form}协议" + (f",{done}" if done else "")
    return file.case.state_title


def load_session(uow: UnitOfWork, session_id: int) -> SessionPaper:
    """For the record of one sitting; the mediator's private note is not even read."""
    session = uow.get(Session, session_id)
    file = get_file(uow, session.dispute_id)
    case = case_paper(uow, file)
    here = tuple(line for line, party in zip(case.parties, file.parties, strict=True) if party.id in session.present)
    return SessionPaper(
        replace(case, parties=here or case.parties), session.number, session.started_at, session.ended_at, session.place,
        session.matter or file.case.title, tuple(_present(party) for party in file.parties if party.id in session.present),
        tuple(f"{guest['name']}({guest['role']})" if guest.get("role") else guest["name"] for guest in session.invited),
        session.record, session.outcome, session.outcome_note, tuple(session.mediators), session.recorder)


def load_agreement(uow: UnitOfWork, agreement_id: int) -> AgreementPaper:
    """For the agreement."""
    found = uow.get(Agreement, agreement_id)
    file = get_file(uow, found.dispute_id)
    return AgreementPaper(
        case_paper(uow, file), agreement_number(uow, found), found.facts, tuple(found.clauses),
        found.performance, found.amount_fen, tuple(Instalment(one.due, one.what, one.fen) for one in instalments(found)),
        found.copies, found.made_on, tuple(found.mediators), found.recorder, found.supplement, found.at_once,
        bool(setting(uow, "oral_signatures")), file.sessions[-1].place if file.sessions else file.dispute.place,
        dict(found.heads))


def case_paper(uow: UnitOfWork, file: CaseFile) -> CasePaper:
    """The case as every paper of it needs it."""
    dispute = file.dispute
    on = dispute.accepted_on or dispute.applied_on
    return CasePaper(
        committee=uow.community.committee or f"{uow.community.name}人民调解委员会", number=file.case.number or "",
        category=category_title(dispute.category), source=dispute.source, transferred_by=dispute.transferred_by,
        summary=dispute.summary, requests=tuple(dispute.requests),
        parties=tuple(_party(party, age_text(party.birth, on)) for party in file.parties),
        applied_on=dispute.applied_on, accepted_on=dispute.accepted_on, recorder=dispute.recorder, title=file.case.title,
        mediators=dispute.mediators)


def _party(party: PartyRow, age: str) -> PartyLine:
    return PartyLine(party.side, party.name, party.kind == "organisation", SEXES.get(party.sex, ""), party.ethnic, age,
                     party.occupation, party.contact, party.address, party.credit_code, party.representative, party.post,
                     party.guardian, party.guardian_relation, party.agent, titled(POWERS, party.agent_powers),
                     party.agent_matters, partial(party.birth).paper() if party.birth else "")


def _present(party: PartyRow) -> str:
    who = party.representative if party.kind == "organisation" else party.agent
    return f"{party.name}({who}代)" if who and party.kind == "person" else f"{party.name}({who})" if who else party.name
