"""The short names of teams, fairs, recruitment, stars and days; see audit_words.py."""

from desk.api import N_

NAMES = (
    N_("volunteer.accept_claim"), N_("volunteer.add_photo"), N_("volunteer.admit_applicant"), N_("volunteer.applicant"),
    N_("volunteer.begin_menu"), N_("volunteer.begin_posts"), N_("volunteer.cancel_round"), N_("volunteer.contribute"),
    N_("volunteer.contribution"), N_("volunteer.end_menu_item"), N_("volunteer.end_service_day"),
    N_("volunteer.forget_applicants"), N_("volunteer.give_plaque"), N_("volunteer.grant_round"),
    N_("volunteer.hang_activity"), N_("volunteer.import_volunteers"), N_("volunteer.menu_item"), N_("volunteer.note_call"),
    N_("volunteer.note_in_book"), N_("volunteer.note_wish"), N_("volunteer.open_round"), N_("volunteer.post_round"),
    N_("volunteer.save_menu_item"), N_("volunteer.save_service_day"), N_("volunteer.service_day"), N_("volunteer.set_stalls"),
    N_("volunteer.set_star_level"), N_("volunteer.stall"), N_("volunteer.star_level"), N_("volunteer.star_place"),
    N_("volunteer.star_round"), N_("volunteer.strike_place"), N_("volunteer.take_applicant"), N_("volunteer.team_entry"),
    N_("volunteer.undo_applicant"), N_("volunteer.undo_volunteers"), N_("volunteer.wish"), N_("volunteer.withdraw_consent"),
)
