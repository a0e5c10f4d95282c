"""The short names that this plugin writes into the audit trail and registers; its catalogue gives their words."""

from desk.api import N_

ACTIONS = (N_("mediation.accept"), N_("mediation.change"), N_("mediation.change_session"), N_("mediation.draft_agreement"),
           N_("mediation.perform"), N_("mediation.record_session"), N_("mediation.register"), N_("mediation.sign_agreement"))
KINDS = (N_("mediation.session"), N_("mediation.agreement"))
