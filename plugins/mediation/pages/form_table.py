"""Which form opens under which name: one line a form, read by the hooks without loading any."""

INTAKE, HEARING, AGREEMENT, ENDING, FILE = ("forms_intake", "forms_hearing", "forms_agreement", "forms_ending", "forms_file")

FORMS: dict[str, str] = {
    "dispute_form": f"{INTAKE}:DISPUTE_FORM", "accept_form": f"{INTAKE}:ACCEPT_FORM", "quick_form": f"{INTAKE}:QUICK_FORM",
    "take_over_form": f"{INTAKE}:TAKE_OVER_FORM",
    "session_form": f"{HEARING}:SESSION_FORM", "session_edit": f"{HEARING}:SESSION_EDIT", "plan_form": f"{HEARING}:PLAN_FORM",
    "plan_edit": f"{HEARING}:PLAN_EDIT", "plan_cancel": f"{HEARING}:PLAN_CANCEL",
    "investigation_form": f"{HEARING}:INVESTIGATION_FORM", "investigation_edit": f"{HEARING}:INVESTIGATION_EDIT",
    "rights_form": f"{HEARING}:RIGHTS_FORM", "remedies_form": f"{HEARING}:REMEDIES_FORM",
    "mediator_form": f"{HEARING}:MEDIATOR_FORM", "extension_form": f"{HEARING}:EXTENSION_FORM",
    "escalation_form": f"{HEARING}:ESCALATION_FORM", "escalation_edit": f"{HEARING}:ESCALATION_EDIT",
    "agreement_form": f"{AGREEMENT}:AGREEMENT_FORM", "signing_form": f"{AGREEMENT}:SIGNING_FORM",
    "revise_form": f"{AGREEMENT}:REVISE_FORM", "supplement_form": f"{AGREEMENT}:SUPPLEMENT_FORM",
    "paid_form": f"{AGREEMENT}:PAID_FORM", "breach_form": f"{AGREEMENT}:BREACH_FORM",
    "confirmation_form": f"{AGREEMENT}:CONFIRMATION_FORM", "decision_form": f"{AGREEMENT}:DECISION_FORM",
    "lawsuit_form": "forms_lawsuit:LAWSUIT_FORM", "lawsuit_edit": "forms_lawsuit:LAWSUIT_EDIT",
    "viewers_form": f"{INTAKE}:VIEWERS_FORM", "note_form": f"{INTAKE}:NOTE_FORM",
    "refuse_form": f"{ENDING}:REFUSE_FORM", "withdraw_form": f"{ENDING}:WITHDRAW_FORM",
    "terminate_form": f"{ENDING}:TERMINATE_FORM", "performed_form": f"{ENDING}:PERFORMED_FORM",
    "resume_form": f"{ENDING}:RESUME_FORM",
    "scan_back_form": f"{ENDING}:SCAN_BACK_FORM", "unperform_form": f"{ENDING}:UNPERFORM_FORM",
    "close_form": f"{ENDING}:CLOSE_FORM", "reopen_form": f"{ENDING}:REOPEN_FORM",
    "evidence_form": f"{FILE}:EVIDENCE_FORM", "delivery_form": f"{FILE}:DELIVERY_FORM", "visit_form": f"{FILE}:VISIT_FORM",
    "visit_edit": f"{FILE}:VISIT_EDIT", "letter_form": f"{FILE}:LETTER_FORM", "letter_edit": f"{FILE}:LETTER_EDIT",
    "scan_form": "forms_scans:SCAN_FORM", "scan_edit": "forms_scans:SCAN_EDIT",
    "binding_form": f"{FILE}:BINDING_FORM", "file_form": f"{FILE}:FILE_FORM",
}

#: forms that need more than the right to conduct cases
HEAD_FORMS: dict[str, str] = {
    "codes_form": "forms_figures:CODES_FORM", "allowance_form": "allowance:SHEET_FORM",
    "allowance_edit": "allowance:LINES_FORM", "allowance_classes": "allowance:CLASSES_FORM",
    "allowances": "allowance:SHEETS", "allowance": "allowance:RECORD", "allowance_cases": "allowance:CASES",
    "hand_over_form": f"{HEARING}:HAND_OVER_FORM",
    "dossier_rows": f"{FILE}:DOSSIER_ROWS"}
