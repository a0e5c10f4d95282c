"""The short names that this plugin writes into the audit trail and registers; its catalogue gives their words."""

from desk.api import N_

NAMES = (
    N_("volunteer.activity"), N_("volunteer.adjustment"), N_("volunteer.ask_adjustment"), N_("volunteer.book_count"),
    N_("volunteer.cancel_activity"), N_("volunteer.cancel_batch"), N_("volunteer.cancel_order"),
    N_("volunteer.certificate"), N_("volunteer.certificate_batch"), N_("volunteer.certificate_item"),
    N_("volunteer.certify"), N_("volunteer.change"), N_("volunteer.check_code"), N_("volunteer.close_activity"),
    N_("volunteer.confirm_sheet"), N_("volunteer.correct_hours"), N_("volunteer.decide_adjustment"),
    N_("volunteer.decline_order"), N_("volunteer.deposit_hours"), N_("volunteer.dissolve_team"),
    N_("volunteer.donate_points"), N_("volunteer.donation"), N_("volunteer.draw_granted"), N_("volunteer.draw_hours"),
    N_("volunteer.draw_part"), N_("volunteer.drop_count"), N_("volunteer.end_grant"), N_("volunteer.end_share"),
    N_("volunteer.enter_hours"), N_("volunteer.expire_points"), N_("volunteer.finish_order"), N_("volunteer.give_hours"),
    N_("volunteer.give_order_back"), N_("volunteer.give_points"), N_("volunteer.goods"), N_("volunteer.grant_star"),
    N_("volunteer.grant_time"), N_("volunteer.hand_out"), N_("volunteer.hand_over"), N_("volunteer.hand_over_line"),
    N_("volunteer.import_answers"), N_("volunteer.import_hours"), N_("volunteer.import_outside"),
    N_("volunteer.issue_part"), N_("volunteer.join_team"), N_("volunteer.leave_team"), N_("volunteer.member"),
    N_("volunteer.note_outside_hours"), N_("volunteer.object"), N_("volunteer.offer"), N_("volunteer.offer_order"),
    N_("volunteer.order"), N_("volunteer.outside_hours"), N_("volunteer.place_order"), N_("volunteer.point_rule"),
    N_("volunteer.points_share"), N_("volunteer.price"), N_("volunteer.print_batch"), N_("volunteer.publish_activity"),
    N_("volunteer.publish_hours"), N_("volunteer.rate_order"), N_("volunteer.read_hand_over"), N_("volunteer.refuse_order"),
    N_("volunteer.register"), N_("volunteer.return_draw"), N_("volunteer.return_granted"), N_("volunteer.role"),
    N_("volunteer.save_activity"), N_("volunteer.save_goods"), N_("volunteer.save_team"), N_("volunteer.save_volunteer"),
    N_("volunteer.set_price"), N_("volunteer.set_rule"), N_("volunteer.share_points"), N_("volunteer.sign_up"),
    N_("volunteer.star_grant"), N_("volunteer.start_batch"), N_("volunteer.start_count"), N_("volunteer.stock_count"),
    N_("volunteer.stocktake"), N_("volunteer.strike_pair"), N_("volunteer.take_at_counter"), N_("volunteer.take_at_door"),
    N_("volunteer.take_back"), N_("volunteer.take_donation"), N_("volunteer.take_order"), N_("volunteer.take_stock"),
    N_("volunteer.team"), N_("volunteer.time_deposit"), N_("volunteer.time_draw"),
    N_("volunteer.time_grant"), N_("volunteer.type_rows"), N_("volunteer.type_sheet"), N_("volunteer.undo_answers"),
    N_("volunteer.undo_at_counter"), N_("volunteer.undo_at_door"), N_("volunteer.undo_hours"), N_("volunteer.undo_outside"),
    N_("volunteer.void_certificate"), N_("volunteer.volunteer"), N_("volunteer.withdraw_goods"),
    N_("volunteer.withdraw_sign_up"),
)
