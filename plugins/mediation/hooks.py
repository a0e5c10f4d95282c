"""What the mediation room contributes; wiring only."""

from desk.api import N_, ActionSpec, CardSpec, NavEntry, PaperSpec, SeriesSpec, SettingSpec, hookimpl

PAGES = "plugins.mediation.pages"
READ, WRITE = "mediation.case.read", "mediation.case.write"


@hookimpl
def desk_nav_entries():
    forms = {"dispute_form": "DISPUTE_FORM", "accept_form": "ACCEPT_FORM", "refuse_form": "REFUSE_FORM",
             "withdraw_form": "WITHDRAW_FORM", "session_form": "SESSION_FORM", "session_edit": "SESSION_EDIT",
             "agreement_form": "AGREEMENT_FORM", "signing_form": "SIGNING_FORM", "terminate_form": "TERMINATE_FORM",
             "performed_form": "PERFORMED_FORM", "close_form": "CLOSE_FORM"}
    return [
        NavEntry("mediation.disputes", N_("Mediation"), f"{PAGES}.lists:DISPUTES", "scale", order=20, permission=READ),
        NavEntry("mediation.dispute", N_("Dispute"), f"{PAGES}.record:RECORD", "scale", permission=READ, hidden=True),
        *(NavEntry(f"mediation.{entry}", N_("Mediation"), f"{PAGES}.forms:{name}", "scale", permission=WRITE, hidden=True)
          for entry, name in forms.items()),
    ]


@hookimpl
def desk_actions():
    return [ActionSpec("mediation.new", N_("Register a dispute"), "mediation.dispute_form", icon="scale", permission=WRITE,
                       keywords="dispute mediation tiaojie jiufen", quick=True)]


@hookimpl
def desk_home_cards():
    return [CardSpec("mediation.due", N_("Mediation"), _due_items, place="due", permission=READ)]


def _due_items(uow):
    from plugins.mediation.home import due_items  # tables are loaded when somebody asks, not at the start

    return due_items(uow)


@hookimpl
def desk_case_kinds():
    from plugins.mediation.kinds import DISPUTE_KIND

    return [DISPUTE_KIND]


@hookimpl
def desk_number_series():
    return [SeriesSpec("mediation.case", N_("Mediation cases"), "({year}){org_short}{word}第{serial}号", "人调字"),
            SeriesSpec("mediation.agreement", N_("Mediation agreements"), "{org_short}{word}〔{year}〕{serial}号", "调字")]


@hookimpl
def desk_papers():
    load, papers, find = "plugins.mediation.documents.loading", "plugins.mediation.documents", "plugins.mediation.queries"
    return [
        PaperSpec("mediation.application", "人民调解申请书", "mediation.dispute", f"{load}:load_case",
                  f"{papers}.application:build", order=10, find=f"{find}:find_dispute_by_number", permission=READ),
        PaperSpec("mediation.acceptance", "人民调解受理登记表", "mediation.dispute", f"{load}:load_case",
                  f"{papers}.acceptance:build", order=20, find=f"{find}:find_dispute_by_number", permission=READ),
        PaperSpec("mediation.session_record", "人民调解记录", "mediation.session", f"{load}:load_session",
                  f"{papers}.session_record:build", order=30, find=f"{find}:find_session_by_number", permission=READ),
        PaperSpec("mediation.agreement", "人民调解协议书", "mediation.agreement", f"{load}:load_agreement",
                  f"{papers}.agreement:build", series="mediation.agreement", order=40,
                  find=f"{find}:find_agreement_by_number", permission="mediation.agreement.issue"),
    ]


@hookimpl
def desk_settings():
    return [
        SettingSpec("mediation.days_to_accept", N_("Days to decide on acceptance"), "number", 3, unit=N_("working days"),
                    source="各地规定不一(未能核实)", unsure=True, minimum=1, maximum=30),
        SettingSpec("mediation.days_to_settle", N_("Days to settle a dispute"), "number", 30, unit=N_("days"),
                    source="《人民调解工作若干规定》第三十三条", unsure=True, minimum=1, maximum=365),
    ]


@hookimpl
def desk_person_merged(kept_id, gone_id, uow):
    from plugins.mediation.service.merging import follow_merge

    follow_merge(kept_id, gone_id, uow)


@hookimpl
def desk_demo_data(uow, seed):
    from plugins.mediation.demo import fill

    fill(uow, seed)
