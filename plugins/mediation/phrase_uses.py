"""The fields beside which the hall's own phrases are offered. Data."""

from desk.api import N_

USES = (("mediation.summary", N_("What happened")), ("mediation.record", N_("Record of a session")),
        ("mediation.question", N_("Question of an investigation")),
        ("mediation.facts", N_("Main facts and what is in dispute")), ("mediation.clause", N_("Clause")),
        ("mediation.performance", N_("How and where")), ("mediation.visit", N_("Findings")))
