"""What the mediation room contributes; wiring only."""

from desk.api import N_, ActionSpec, CardSpec, NavEntry, SeriesSpec, Taker, hookimpl
from plugins.mediation import early, joint, later, legal
from plugins.mediation.pages.form_table import FORMS, HEAD_FORMS
from plugins.mediation.pages.form_table_people import OF_CASE, OF_REGISTER
from plugins.mediation.paper_table import PAPERS
from plugins.mediation.settings import SETTINGS

PAGES = "plugins.mediation.pages"
READ, WRITE, ALL = "mediation.case.read", "mediation.case.write", "mediation.case.all"


@hookimpl
def desk_start(ctx):
    early.start(ctx)


@hookimpl
def desk_nav_entries():
    return [
        NavEntry("mediation.disputes", N_("Mediation"), f"{PAGES}.lists:DISPUTES", "scale", order=20, permission=READ),
        NavEntry("mediation.mediators", N_("Mediators"), f"{PAGES}.people_lists:MEDIATORS", "users", order=27, permission=READ),
        NavEntry("mediation.rooms", N_("Mediation rooms"), f"{PAGES}.people_lists:ROOMS", "building", order=28,
                 permission=READ),
        NavEntry("mediation.mediator", N_("Mediator"), f"{PAGES}.people_cards:MEDIATOR_RECORD", "users", permission=READ,
                 hidden=True),
        NavEntry("mediation.room", N_("Mediation room"), f"{PAGES}.people_cards:ROOM_RECORD", "building", permission=READ,
                 hidden=True),
        NavEntry("mediation.blanks", N_("Blank forms"), "plugins.mediation.views.blanks:BlankForms", "printer", order=90,
                 permission=READ, hidden=True),
        NavEntry("mediation.ledger", N_("Bring in an old ledger"), f"{PAGES}.imports_early:CASES", "scale",
                 permission=ALL, hidden=True),
        NavEntry("mediation.session", N_("Session"), "plugins.mediation.views.session:SittingPage", "scale", permission=WRITE,
                 hidden=True),
        NavEntry("mediation.oral_preview", N_("Preview"), "plugins.mediation.views.previews:OralPreview", "printer",
                 permission=READ, hidden=True),
        NavEntry("mediation.dossier", N_("Dossier"), "plugins.mediation.views.previews:DossierPreview", "printer",
                 permission=READ, hidden=True),
        NavEntry("mediation.dispute", N_("Dispute"), f"{PAGES}.record:RECORD", "scale", permission=READ, hidden=True),
        *(NavEntry(f"mediation.{entry}", N_("Mediation"), f"{PAGES}.{path}", "scale", permission=right, hidden=True)
          for table, right in ((FORMS, WRITE), (HEAD_FORMS, ALL), (OF_CASE, WRITE), (OF_REGISTER, ALL)) for entry,
          path in table.items()),
        *early.nav_entries(), *joint.nav_entries(), *later.nav_entries(), *legal.nav_entries(),
    ]


@hookimpl
def desk_actions():
    return [ActionSpec("mediation.new", N_("Register a dispute"), "mediation.dispute_form", icon="scale", permission=WRITE,
                       keywords="dispute mediation tiaojie jiufen", quick=True),
            ActionSpec("mediation.quick", N_("Settle a small quarrel"), "mediation.quick_form", icon="scale", permission=WRITE,
                       shortcut="Ctrl+Shift+K", keywords="quarrel oral koutou dangchang", quick=True),
            ActionSpec("mediation.take_over", N_("Enter a running paper case"), "mediation.take_over_form", icon="scale",
                       permission=WRITE, keywords="paper old zhizhi"),
            ActionSpec("mediation.blanks", N_("Blank forms of mediation"), "mediation.blanks", icon="printer", permission=READ,
                       keywords="blank print kongbai"),
            ActionSpec("mediation.ledger", N_("Bring in an old ledger"), "mediation.ledger", icon="scale", permission=ALL,
                       keywords="import excel taizhang daoru"),
            ActionSpec("mediation.open_allowances", N_("Allowance for cases"), "mediation.allowances", icon="coins",
                       permission=ALL, keywords="butie anbu yianding"),
            ActionSpec("mediation.open_classes", N_("Classes of the allowance"), "mediation.allowance_classes", icon="coins",
                       permission=ALL, keywords="butie biaozhun"),
            ActionSpec("mediation.codes", N_("Classes and codes of disputes"), "mediation.codes_form", icon="scale",
                       permission=ALL, keywords="fenlei daima wangge"),
            ActionSpec("mediation.dossier_rows", N_("Dossier contents"), "mediation.dossier_rows", icon="scale", permission=ALL,
                       keywords="mulu"),
            ActionSpec("mediation.hand_over", N_("Hand all cases of a mediator over"), "mediation.hand_over_form", icon="scale",
                       permission=ALL, keywords="leave yijiao"),
            *early.actions(), *joint.actions(), *later.actions(), *legal.actions()]


@hookimpl
def desk_home_cards():
    return [CardSpec("mediation.due", N_("Mediation"), _due_items, place="due", permission=READ),
            CardSpec("mediation.sittings", N_("Sessions today and tomorrow"), _sitting_items, place="today", permission=READ),
            *early.home_cards()]


def _sitting_items(uow):
    from plugins.mediation.home import sitting_items

    return sitting_items(uow)


def _due_items(uow):
    from plugins.mediation.home import due_items  # tables are loaded when somebody asks, not at the start

    return due_items(uow)


@hookimpl
def desk_case_kinds():
    from plugins.mediation.hazard_kinds import HAZARD_KIND
    from plugins.mediation.kinds import DISPUTE_KIND

    return [DISPUTE_KIND, HAZARD_KIND]


@hookimpl
def desk_takers():
    return [Taker("mediation.hazard", "人民调解室(矛盾纠纷隐患台账)", "plugins.mediation.taking:take", "mediation.hazard",
                  "mediation.hazard", WRITE, "plugins.mediation.service.grid_slips:answer")]


@hookimpl
def desk_number_series():
    return [SeriesSpec("mediation.case", N_("Mediation cases"), "({year}){org_short}{word}第{serial}号", "人调字"),
            SeriesSpec("mediation.agreement", N_("Mediation agreements"), "{org_short}{word}〔{year}〕{serial}号", "调字"),
            SeriesSpec("mediation.mediator", N_("Mediators"), "{word}{serial}", "调解员", yearly=False),
            SeriesSpec("mediation.oral", N_("Oral agreements"), "{org_short}{word}〔{year}〕{serial}号", "口调字"),
            *early.SERIES]


@hookimpl
def desk_score_schemes():
    from plugins.mediation.scoring import SCHEMES  # data only

    return list(SCHEMES)


@hookimpl
def desk_papers():
    return [paper.spec(order) for order, paper in enumerate((*PAPERS, *early.PAPERS, *joint.PAPERS,
                                                            *later.PAPERS, *legal.PAPERS))]


@hookimpl
def desk_indicators():
    from plugins.mediation.figures.tables import TABLES

    return list(TABLES)


@hookimpl
def desk_settings():
    return list(SETTINGS)


@hookimpl
def desk_person_merged(kept_id, gone_id, uow):
    from plugins.mediation.service.merging import refuse_same_dispute

    refuse_same_dispute(kept_id, gone_id, uow)


@hookimpl
def desk_demo_data(uow, seed):
    from plugins.mediation.demo import fill

    fill(uow, seed)
