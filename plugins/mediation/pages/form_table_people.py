"""Forms of the mediators' register, rooms and renewed mediation: one line a form, read by the hooks without loading any."""

PEOPLE = "forms_people"
OF_CASE: dict[str, str] = {"renewal_form": f"{PEOPLE}:RENEWAL_FORM"}
OF_REGISTER: dict[str, str] = {
    "mediator_card_form": f"{PEOPLE}:CARD_FORM", "term_form": f"{PEOPLE}:TERM_FORM",
    "term_end_form": f"{PEOPLE}:TERM_END_FORM", "training_form": f"{PEOPLE}:TRAINING_FORM",
    "assessment_form": f"{PEOPLE}:ASSESSMENT_FORM", "room_form": f"{PEOPLE}:ROOM_FORM"}
