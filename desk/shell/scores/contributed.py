"""What scoring contributes to the frame, through the same hooks as any plugin."""

from desk.core.i18n import N_
from desk.host.hookspecs import hookimpl
from desk.host.specs import ActionSpec, NavEntry, PaperSpec, SeriesSpec

CONDUCT, RULES, PRINT = "desk.scores.conduct", "desk.scores.rules", "desk.papers.print"
ROOM, PAPERS = "desk.shell.scores", "desk.core.scores.papers"
ICON = "award"


def _page(name: str, title: str, view: str, permission: str = CONDUCT) -> NavEntry:
    """A page that is opened from another one."""
    return NavEntry(f"scores.{name}", title, f"{ROOM}.{view}", ICON, "registers", permission=permission, hidden=True)


@hookimpl
def desk_nav_entries() -> list[NavEntry]:
    """One list in the sidebar; the rest is opened from it."""
    return [
        NavEntry("scores.rounds", N_("Scoring and honours"), f"{ROOM}.lists:rounds_page", ICON, "registers", 65, CONDUCT),
        _page("round", N_("Round of scoring"), "record:ROUND_RECORD"),
        _page("awards", N_("Register of honours"), "lists:AWARDS"),
        _page("sheets", N_("Score sheets"), "sheets:SHEETS"),
        _page("sheet_form", N_("Score sheet"), "sheets:SHEET_FORM", RULES),
        _page("round_form", N_("Plan a round of scoring"), "forms:ROUND_FORM"),
        _page("subjects_form", N_("What is judged"), "forms:SUBJECTS_FORM"),
        _page("raters_form", N_("Who rates"), "forms:RATERS_FORM"),
        _page("take_out_form", N_("Take somebody out"), "forms:TAKE_OUT_FORM"),
        _page("enter", N_("Enter score sheets"), "entry_page:EntryPage"),
        _page("close_form", N_("Count and freeze"), "forms:CLOSE_FORM"),
        _page("reopen_form", N_("Take the count back"), "forms:REOPEN_FORM"),
        _page("post_form", N_("Post the result"), "forms:POST_FORM"),
        _page("objection_form", N_("Note an objection"), "objections:OBJECTION_FORM"),
        _page("answer_form", N_("Answer an objection"), "objections:ANSWER_FORM"),
        _page("decide_form", N_("Decide who is honoured"), "forms:DECIDE_FORM"),
        _page("void_form", N_("Declare the round void"), "forms:VOID_FORM"),
        _page("withdraw_form", N_("Take the honour back"), "forms:WITHDRAW_FORM"),
    ]


@hookimpl
def desk_actions() -> list[ActionSpec]:
    """Commands for the box."""
    return [
        ActionSpec("scores.new", N_("Plan a round of scoring"), "scores.round_form", icon=ICON,
                   keywords=N_("score rating award evaluation best"), permission=CONDUCT),
        ActionSpec("scores.all_awards", N_("Register of honours"), "scores.awards", icon=ICON,
                   keywords=N_("award honour certificate"), permission=CONDUCT),
        ActionSpec("scores.all_sheets", N_("Score sheets"), "scores.sheets", icon="clipboard-list",
                   keywords=N_("score sheet criteria grade"), permission=CONDUCT),
    ]


@hookimpl
def desk_number_series() -> list[SeriesSpec]:
    """Certificates of honour have numbers."""
    return [SeriesSpec("scores.certificate", N_("Certificates of honour"), "{org_short}{word}〔{year}〕{serial}号", "荣")]


@hookimpl
def desk_papers() -> list[PaperSpec]:
    """Sheet, results, posting, decision, certificate."""
    round_papers = (("sheet", "评分表", "build_sheet", ("blank", "prefilled")), ("result", "评分结果汇总表", "build_result",
                                                                                 None),
                    ("posting", "评分结果公示", "build_posting", None), ("decision", "表彰决定", "build_decision", None))
    modes = ("blank", "prefilled", "final")
    return [
        *(PaperSpec(f"scores.{name}", title, "score.round", f"{PAPERS}:load_round", f"{PAPERS}:{build}", modes=some or modes,
                    order=10 * place, permission=PRINT)
          for place, (name, title, build, some) in enumerate(round_papers, 1)),
        PaperSpec("scores.certificate", "荣誉证书", "score.award", f"{PAPERS}:load_certificate", f"{PAPERS}:build_certificate",
                  series="scores.certificate", permission=PRINT),
    ]
