"""Lists of the work with others: means of a study, outcomes, kinds of question at the legal desk, bodies. Data."""

from desk.api import N_

STUDY, HANDOVER, COURT_MATTER = "mediation.study", "mediation.handover", "mediation.court_matter"
RESULT_COPY, CONSULT, BODY = "mediation.result_copy", "mediation.consult", "mediation.body"
LEGAL = "mediation.legal.desk"
JOINT_MEETING, HOLD = "dispute_joint", "desk.meetings.hold"
"""Kind of the desk's gatherings that the standing joint meeting is, and the right to hold it."""
LEGAL_ROSTER = "mediation.legal"
"""Name of the duty lawyers' roster."""
MEANS = (("legal", "法律手段"), ("administrative", "行政手段"), ("economic", "经济手段"), ("persuasion", "教育疏导"))
HANDOVER_WAYS = (("in", N_("From the grid to mediation")), ("out", N_("From mediation back to the grid")))
COURT_OUTCOMES = (("agreed", "调解成功"), ("failed", "调解不成"), ("refused", "当事人不同意调解"))
CONSULT_KINDS = (("advice", "法律咨询"), ("aid", "法律援助"), ("notary", "公证"), ("mediation", "人民调解"),
                 ("lecture", "法治宣传"), ("other", "其他"))
CONSULT_OUTCOMES = (("answered", N_("Answered")), ("booked", N_("Booked with the duty lawyer")),
                    ("aid", N_("Sent to legal aid")),
                    ("notary", N_("Sent to a notary")), ("mediation", N_("Sent to mediation")),
                    ("court", N_("Shown the way to court")))
REFERRALS = {"aid": "法律援助机构", "notary": "公证机构", "mediation": "人民调解委员会", "court": "人民法院"}
BODIES = (("party", "党组织"), ("committee", "调委会"), ("residents", "居委会"), ("property", "管理处（物业）"),
          ("legal", "法务团队"), ("worthies", "乡贤五老"), ("other", "其他"))
