"""What can be done with a case in its state: the one main thing first, then the others."""

from typing import Any

from desk.api import translator
from desk.api.pages import NextAct
from plugins.mediation.queries import AgreementRow, CaseFile
from plugins.mediation.queries_file import FileLines

_ = translator("mediation")
_DO = "plugins.mediation.pages.doing"


def acts(file: CaseFile, lines: FileLines) -> list[NextAct]:
    """By the case's state."""
    by_state = {"registered": _registered, "accepted": _mediating, "mediating": _mediating, "agreed": _agreed,
                "performing": _performing, "unperformed": _performing, "performed": _ended, "terminated": _ended,
                "closed": _closed, "refused": _left, "withdrawn": _left}
    chosen = by_state.get(file.case.state)
    return [*(chosen(file, lines) if chosen else ()), *_always(file)]


def _act(title: str, form: str, record_id: int, main: bool = False) -> NextAct:
    return NextAct(title, f"mediation.{form}", {"record_id": record_id}, main=main)


def _registered(file: CaseFile, _lines: FileLines) -> list[NextAct]:
    here = file.dispute.id
    return [_act(_("Accept"), "accept_form", here, True), _act(_("Do not accept"), "refuse_form", here),
            _act(_("Withdraw"), "withdraw_form", here)]


def _mediating(file: CaseFile, lines: FileLines) -> list[NextAct]:
    here, draft = file.dispute.id, file.agreement is not None and file.agreement.state == "draft"
    sitting = [_act(_("Hold a session"), "session", here, not draft), _act(_("Record a session"), "session_form", here)]
    plan = [] if lines.plans else [_act(_("Plan a session"), "plan_form", here)]
    writing = [_act(_("Write the agreement"), "agreement_form", here, draft)] if file.case.state == "mediating" else []
    signing = _signing(file.agreement, main=False) if draft and file.agreement else []
    return [*sitting, *plan, *writing, *signing, _act(_("Record an investigation"), "investigation_form", here),
            _act(_("More time"), "extension_form", here), _act(_("Replace a mediator"), "mediator_form", here),
            _act(_("Terminate"), "terminate_form", here), _act(_("Withdraw"), "withdraw_form", here)]


def _agreed(file: CaseFile, _lines: FileLines) -> list[NextAct]:
    here, agreement = file.dispute.id, file.agreement
    if agreement is None or agreement.state != "draft":
        return [_act(_("Write the agreement"), "agreement_form", here, True)]
    return [*_signing(agreement), _act(_("Change the agreement"), "agreement_form", here)]


def _signing(agreement: AgreementRow, main: bool = True) -> list[NextAct]:
    if agreement.form == "oral":
        return [NextAct(_("The parties agree orally"), run=f"{_DO}:agree_orally", main=main)]
    return [_act(_("Enter signatures and seal"), "signing_form", agreement.id, main)]


def _performing(file: CaseFile, lines: FileLines) -> list[NextAct]:
    here, newest = file.dispute.id, file.agreement
    found = _drafted(here, newest)
    owing = next((one for one in file.in_force if any(row.paid_on is None for row in one.instalments)), None)
    if owing is not None:
        found.append(_act(_("An instalment was performed"), "paid_form", owing.id, not found))
    else:
        found.append(_act(_("It is performed"), "performed_form", here, not found))
    found.append(_act(_("It is not performed"), "breach_form", here))
    if file.case.state == "unperformed":
        found.append(_act(_("Close the case"), "close_form", here))
    return found + _of_agreement(file, lines)


def _drafted(here: int, newest: AgreementRow | None) -> list[NextAct]:
    """A supplement, or an oral agreement being written down: signed, worded anew or dropped."""
    if newest is None or newest.state != "draft":
        return []
    return [*_signing(newest), _act(_("Change the agreement"), "agreement_form", here),
            NextAct(_("Drop the draft"), run=f"{_DO}:drop_draft")]


def _of_agreement(file: CaseFile, lines: FileLines) -> list[NextAct]:
    """What an agreement in force allows while no newer version is being drafted."""
    newest = file.agreement
    if newest is None or newest.state != "sealed":
        return []
    found = _waiting(lines)
    if newest.form == "oral":
        found.append(NextAct(_("Turn into a written agreement"), run=f"{_DO}:write_down"))
    elif newest.confirm_until is not None and newest.id not in lines.in_court:
        found.append(_act(_("Apply for confirmation by the court"), "confirmation_form", newest.id))
    if file.case.state in ("performing", "unperformed"):
        found.append(_act(_("Mediate the agreement anew"), "revise_form", newest.id))
    if newest.effective_on is not None:
        found.append(_act(_("A party sued over the agreement"), "lawsuit_form", newest.id))
    return [*found, _act(_("Supplementary agreement"), "supplement_form", newest.id)]


def _ended(file: CaseFile, lines: FileLines) -> list[NextAct]:
    here = file.dispute.id
    if file.case.state != "performed":
        return [_act(_("Close the case"), "close_form", here, True)]
    drafted = _drafted(here, file.agreement)
    return [*drafted, _act(_("Close the case"), "close_form", here, not drafted), *_of_agreement(file, lines),
            _act(_("It is not all performed"), "resume_form", here)]


def _waiting(lines: FileLines) -> list[NextAct]:
    """An application to the court that is not answered yet."""
    waiting = next((line for line in lines.confirmations if line.open), None)
    return [_act(_("The court's answer"), "decision_form", waiting.id)] if waiting else []


def _closed(file: CaseFile, lines: FileLines) -> list[NextAct]:
    here = file.dispute.id
    court = _waiting(lines)
    if file.in_force and file.in_force[-1].effective_on is not None:
        court.append(_act(_("A party sued over the agreement"), "lawsuit_form", file.in_force[-1].id))
    again = [] if file.dispute.refused_by else [_act(_("Open the case again"), "reopen_form", here)]
    made_up = bool(file.dispute.filed_by)
    return [_act(_("Make the dossier up"), "binding_form", here, not made_up),
            _act(_("File the case"), "file_form", here, made_up), *court,
            *again]


def _left(file: CaseFile, _lines: FileLines) -> list[NextAct]:
    """Not accepted or withdrawn: nothing to mediate, but what came of it is filed all the same (R10)."""
    here, made_up = file.dispute.id, bool(file.dispute.filed_by)
    return [_act(_("Make the dossier up"), "binding_form", here, not made_up),
            _act(_("File the case"), "file_form", here, made_up)]


def _always(file: CaseFile) -> list[NextAct]:
    """What is possible as long as the dossier is not filed."""
    here: Any = file.dispute.id
    if file.case.state == "archived":
        return []
    later = file.case.state in ("performing", "unperformed", "performed", "closed")
    visit = [_act(_("Record a return visit"), "visit_form", here),
             _act(_("Who follows it up"), "tracker_form", here)] if later else []
    ended = file.case.state in ("terminated", "refused", "withdrawn")
    dossier = [_act(_("Print the dossier"), "dossier", here)] if later or ended else []
    passed_on = file.dispute.source == "transfer" or file.case.state in ("refused", "terminated")
    letter = [_act(_("Letter to an office"), "letter_form", here)] if passed_on else []
    draft = file.agreement is not None and file.agreement.state == "draft"
    word = [NextAct(_("Word the draft by hand (DOCX)"), run=f"{_DO}:export_word"),
            _act(_("Read the Word file back"), "word_back", here)] if draft else []
    return [*dossier, *visit, *word, _act(_("Write a note"), "note_form", here),
            NextAct(_("Add a scan"), run=f"{_DO}:add_scan"), *letter,
            NextAct(_("Export for the grid platform"), run=f"{_DO}:export_record"),
            _act(_("Note a danger of escalation"), "escalation_form", here)]
