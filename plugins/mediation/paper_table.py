"""Every paper of the mediation room as a table: what it is called, whose it is, who loads and who builds it.

Sources: rules 1.4 (司法部 239号 set) and 1.4.12 (local papers, offered only where a setting says so). Light: hooks read it.
"""

from dataclasses import dataclass

from desk.api import PaperSpec

DISPUTE, SESSION, AGREEMENT = "mediation.dispute", "mediation.session", "mediation.agreement"
_LOAD, _BUILD, _FIND = "plugins.mediation.documents", "plugins.mediation.documents", "plugins.mediation.queries"
READ, ISSUE = "mediation.case.read", "mediation.agreement.issue"
_FINDERS = {DISPUTE: "find_dispute_by_number", SESSION: "find_session_by_number", AGREEMENT: "find_agreement_by_number"}


@dataclass(frozen=True, slots=True)
class Paper:
    """One paper. load, build: "module:function" in the documents folder. local: offered only by its setting."""

    code: str
    title: str
    record: str
    load: str
    build: str
    local: bool = False
    series: str = ""
    permission: str = READ

    @property
    def id(self) -> str:
        """As the desk knows it."""
        return f"mediation.{self.code}"

    def spec(self, order: int) -> PaperSpec:
        """As declared to the desk."""
        finder = _FINDERS.get(self.record, "")
        return PaperSpec(self.id, self.title, self.record, f"{_LOAD}.{self.load}", f"{_BUILD}.{self.build}",
                         series=self.series, permission=self.permission, order=order,
                         find=f"{_FIND}:{finder}" if finder else "")


PAPERS: tuple[Paper, ...] = (
    Paper("cover", "卷宗封面", DISPUTE, "loading_file:load_cover", "binding:cover"),
    Paper("contents", "卷内目录", DISPUTE, "loading_file:load_contents", "binding:contents"),
    Paper("application", "人民调解申请书", DISPUTE, "loading:load_case", "application:build"),
    Paper("acceptance", "人民调解受理登记表", DISPUTE, "loading:load_case", "acceptance:build"),
    Paper("rights", "人民调解当事人权利义务告知书", DISPUTE, "loading:load_case", "rights:build"),
    Paper("investigation", "人民调解调查记录", "mediation.investigation", "loading_file:load_investigation",
          "investigation:build"),
    Paper("evidence", "人民调解证据清单", DISPUTE, "loading_file:load_evidence", "evidence:build"),
    Paper("session_record", "人民调解记录", SESSION, "loading:load_session", "session_record:build"),
    Paper("agreement", "人民调解协议书", AGREEMENT, "loading:load_agreement", "agreement:build", series="mediation.agreement",
          permission=ISSUE),
    Paper("agreement_next", "人民调解协议书（变更、补充）", AGREEMENT, "loading:load_agreement", "agreement:build_next",
          permission=ISSUE),
    Paper("oral_agreement", "人民调解口头协议登记表", AGREEMENT, "loading:load_agreement", "oral:build",
          series="mediation.oral"),
    Paper("return_visit", "人民调解回访记录", "mediation.return_visit", "loading_file:load_visit", "return_visit:build"),
    Paper("confirmation", "司法确认申请书", "mediation.confirmation", "loading_file:load_confirmation", "confirmation:build"),
    Paper("confirmation_unit", "司法确认申请书（个人与单位）", "mediation.confirmation", "loading_file:load_confirmation",
          "confirmation:build_unit"),
    Paper("file_note", "卷宗情况说明", DISPUTE, "loading_note:load_file_note", "binding:file_note"),
    Paper("back_cover", "封底", DISPUTE, "loading_file:load_binding", "binding:back_cover"),
    Paper("mediator_list", "人民调解员名册", "mediation.mediator", "people:load_list", "people:register"),
    Paper("mediator_sheet", "人民调解员登记表", "mediation.mediator", "people:load_sheet", "people:sheet"),
    Paper("mediator_card", "人民调解员证", "mediation.mediator", "people:load_sheet", "people:card"),
    Paper("appointment", "聘书", "mediation.term", "people:load_term", "people:appointment"),
    Paper("plaque", "星级调解室牌匾", "mediation.star_room", "people:load_room", "people:plaque"),
    Paper("attorney", "授权委托书", DISPUTE, "loading:load_case", "consents:attorney", local=True),
    Paper("notice", "调解通知书", "mediation.plan", "loading_file:load_plan", "letters:notice", local=True),
    Paper("not_accepted", "不予受理告知书", DISPUTE, "loading:load_ending", "letters:not_accepted", local=True),
    Paper("entrust", "委托（移送）调解函", "mediation.letter", "loading_file:load_letter", "letters:entrust", local=True),
    Paper("reply", "委托（移送）调解复函", "mediation.letter", "loading_file:load_letter", "letters:reply", local=True),
    Paper("extension", "延期调解同意书", "mediation.extension", "loading_file:load_extension", "consents:extension",
          local=True),
    Paper("termination", "终止调解通知书", DISPUTE, "loading:load_ending", "letters:termination", local=True),
    Paper("undisputed", "无争议事实记载", DISPUTE, "loading:load_ending", "consents:undisputed", local=True),
    Paper("closing_report", "人民调解结案报告表", DISPUTE, "loading:load_ending", "reports:closing", local=True),
    Paper("receipt", "收条（履行凭证）", "mediation.performance", "loading_file:load_receipt", "receipts:receipt", local=True),
    Paper("allowance", "人民调解“以案定补”发放表", "mediation.allowance", "allowance:load", "allowance:build",
          permission="mediation.case.all"),
    Paper("delivery", "送达回证", DISPUTE, "loading_file:load_deliveries", "receipts:delivery", local=True),
    Paper("difficult_report", "疑难纠纷报告单", DISPUTE, "loading:load_ending", "reports:difficult", local=True),
    Paper("escalation_report", "纠纷激化报告单", "mediation.escalation", "loading_file:load_escalation",
          "reports:escalation", local=True),
)

LOCAL_PAPERS = tuple(paper for paper in PAPERS if paper.local)
