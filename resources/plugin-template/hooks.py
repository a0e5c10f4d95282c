"""What the plugin contributes; wiring only."""

from desk.api import N_, CaseKind, Move, NavEntry, SeriesSpec, State, Tone, hookimpl

READ, WRITE, PAGES = "myplugin.read", "myplugin.write", "plugins.myplugin.pages"


@hookimpl
def desk_nav_entries():
    return [NavEntry("myplugin.list", N_("Matters"), f"{PAGES}:LIST", "puzzle", permission=READ),
            NavEntry("myplugin.matter", N_("Matter"), f"{PAGES}:RECORD", "puzzle", permission=READ, hidden=True),
            NavEntry("myplugin.new", N_("Register a matter"), f"{PAGES}:NEW", "puzzle", permission=WRITE, hidden=True)]


@hookimpl
def desk_case_kinds():
    return [CaseKind(
        "myplugin.matter", N_("Matter"), first_state="open", series="myplugin.matter", view="myplugin.matter",
        states=(State("open", N_("Open")), State("done", N_("Done"), Tone.DONE, final=True)),
        moves=(Move("finish", N_("Finish"), ("open",), "done", WRITE),), permission_read=READ, permission_write=WRITE)]


@hookimpl
def desk_number_series():
    return [SeriesSpec("myplugin.matter", N_("Matters"), "{org_short}〔{year}〕{serial}号")]
