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
    Paper("application", "人民调解申请书", DISPUTE, "loading:load_case", "application:build"),
    Paper("acceptance", "人民调解受理登记表", DISPUTE, "loading:load_case", "acceptance:build"),
    Paper("session_record", "人民调解记录", SESSION, "loading:load_session", "session_record:build"),
    Paper("agreement", "人民调解协议书", AGREEMENT, "loading:load_agreement", "agreement:build", series="mediation.agreement",
          permission=ISSUE),
    Paper("agreement_next", "人民调解协议书(变更、补充)", AGREEMENT, "loading:load_agreement", "agreement:build_next",
          permission=ISSUE),
    Paper("oral_agreement", "人民调解口头协议登记表", AGREEMENT, "loading:load_agreement", "oral:build",
          series="mediation.oral"),
)

LOCAL_PAPERS = tuple(paper for paper in PAPERS if paper.local)
