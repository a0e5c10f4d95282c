"""The short names that this plugin writes into the audit trail and registers; its catalogue gives their words."""

from desk.api import N_

NAMES = (
    N_("consultation.accept"), N_("consultation.adopt"), N_("consultation.archive"), N_("consultation.back"),
    N_("consultation.body"), N_("consultation.call"), N_("consultation.change_seat"),
    N_("consultation.carried"), N_("consultation.check_project"),
    N_("consultation.choice"), N_("consultation.close_round"), N_("consultation.close_vote"),
    N_("consultation.committee"), N_("consultation.count"), N_("consultation.covenant"),
    N_("consultation.covenant_review"), N_("consultation.decision_done"), N_("consultation.draft"),
    N_("consultation.draw"), N_("consultation.drop_outside"), N_("consultation.elect"), N_("consultation.end_body"),
    N_("consultation.end_committee"), N_("consultation.estate"), N_("consultation.fail"),
    N_("consultation.file_committee"), N_("consultation.file_with"), N_("consultation.filing"),
    N_("consultation.grant"), N_("consultation.hand_matter"), N_("consultation.hand_topic"), N_("consultation.hold"),
    N_("consultation.import_owners"),
    N_("consultation.make_ballots"), N_("consultation.matter"), N_("consultation.merge"), N_("consultation.new_round"),
    N_("consultation.new_term"), N_("consultation.open_owners_vote"), N_("consultation.open_vote"),
    N_("consultation.pay"), N_("consultation.payment"), N_("consultation.post"), N_("consultation.prepare_committee"),
    N_("consultation.present"), N_("consultation.procedure"), N_("consultation.project"), N_("consultation.proxy"),
    N_("consultation.publish"), N_("consultation.refuse"), N_("consultation.resolution"), N_("consultation.resolve"),
    N_("consultation.reverse"), N_("consultation.review"), N_("consultation.review_covenant"),
    N_("consultation.roll_change"), N_("consultation.save_body"), N_("consultation.save_classes"),
    N_("consultation.save_estate"),
    N_("consultation.save_procedure"), N_("consultation.save_project"), N_("consultation.save_round"),
    N_("consultation.save_rule"), N_("consultation.save_task"), N_("consultation.save_topic"),
    N_("consultation.save_unit"), N_("consultation.score"), N_("consultation.score_hearing"), N_("consultation.seat_committee"),
    N_("consultation.settle"), N_("consultation.step"), N_("consultation.take_outside"), N_("consultation.take_visit"),
    N_("consultation.task"),
    N_("consultation.tell"), N_("consultation.topic"), N_("consultation.topic_class"), N_("consultation.undo_owners"),
    N_("consultation.unit"),
    N_("consultation.void_vote"), N_("consultation.write_draft"),
)
