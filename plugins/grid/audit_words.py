"""The short names that this plugin writes into the audit trail; its catalogue gives their words."""

from desk.api import N_

ACTIONS = (
    N_("grid.save_event"), N_("grid.settle_event"), N_("grid.dispatch"), N_("grid.take_reply"), N_("grid.press"),
    N_("grid.answer_press"), N_("grid.put_off"), N_("grid.hand_at_once"), N_("grid.hand_event"), N_("grid.hand_by_slip"),
    N_("grid.finish_event"), N_("grid.revisit_event"), N_("grid.file_event"), N_("grid.reopen_event"),
    N_("grid.reveal_phone"), N_("grid.save_kinds"),
)
KINDS = (N_("grid.event"), N_("grid.kind"), N_("grid.dispatch"), N_("grid.press"))
