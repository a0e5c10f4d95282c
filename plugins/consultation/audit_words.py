"""The short names that this plugin writes into the audit trail and registers; its catalogue gives their words."""

from desk.api import N_

NAMES = (
    N_("consultation.accept"), N_("consultation.answer"), N_("consultation.archive"), N_("consultation.back"),
    N_("consultation.carried"), N_("consultation.close_vote"), N_("consultation.count"), N_("consultation.draft"),
    N_("consultation.draw"), N_("consultation.drop_outside"), N_("consultation.elect"),
    N_("consultation.fail"), N_("consultation.make_ballots"), N_("consultation.merge"),
    N_("consultation.new_round"), N_("consultation.open_vote"), N_("consultation.post"), N_("consultation.present"),
    N_("consultation.procedure"), N_("consultation.proxy"), N_("consultation.publish"), N_("consultation.refuse"),
    N_("consultation.reverse"), N_("consultation.review"), N_("consultation.roll_change"),
    N_("consultation.save_procedure"), N_("consultation.save_rule"), N_("consultation.save_task"),
    N_("consultation.save_topic"), N_("consultation.score"), N_("consultation.step"),
    N_("consultation.take_outside"), N_("consultation.task"),
    N_("consultation.topic"), N_("consultation.unpost"), N_("consultation.void_vote"), N_("consultation.write_draft"),
    N_("consultation.end_committee"), N_("consultation.file_committee"), N_("consultation.import_owners"),
    N_("consultation.open_owners_vote"), N_("consultation.prepare_committee"), N_("consultation.save_estate"),
    N_("consultation.save_unit"), N_("consultation.seat_committee"), N_("consultation.undo_owners"),
    N_("consultation.estate"), N_("consultation.unit"), N_("consultation.committee"),
)
