"""What the plugin contributes: pages, one kind of matter, its numbers, one paper."""

from desk.api import N_, CaseKind, Limit, Move, NavEntry, PaperSpec, SeriesSpec, State, Step, Tone, hookimpl

READ, WRITE, HOME = "lostfound.read", "lostfound.write", "plugins.lostfound"


@hookimpl
def desk_nav_entries():
    return [NavEntry("lostfound.list", N_("Lost and found"), f"{HOME}.pages:LIST", "search", permission=READ),
            NavEntry("lostfound.item", N_("Found thing"), f"{HOME}.pages:RECORD", permission=READ, hidden=True),
            NavEntry("lostfound.new", N_("Register a found thing"), f"{HOME}.pages:NEW", permission=WRITE, hidden=True),
            NavEntry("lostfound.out", N_("Hand to its owner"), f"{HOME}.pages:OUT", permission=WRITE, hidden=True)]


@hookimpl
def desk_case_kinds():
    return [CaseKind(
        "lostfound.item", N_("Found thing"), first_state="kept", series="lostfound.item", view="lostfound.item",
        states=(State("kept", N_("Kept")), State("announced", N_("Announced"), Tone.WAITING),
                State("returned", N_("Returned"), Tone.DONE, final=True), State("state", N_("To the state"), final=True)),
        moves=(Move("announce", N_("Announce"), ("kept",), "announced", WRITE, source="民法典 第三百一十五条"),
               Move("return", N_("Hand to its owner"), ("kept", "announced"), "returned", WRITE),
               Move("give", N_("Give to the state"), ("announced",), "state", WRITE, source="民法典 第三百一十八条")),
        steps=(Step("keep", N_("Register"), ("kept",), ("announced", "returned", "state")),
               Step("announce", N_("Announce"), ("announced",), ("returned", "state")),
               Step("end", N_("Hand out"), (), ("returned", "state"))),
        limits=(Limit("claim", N_("Claim by the owner"), "announced", 1, "year", "民法典 第三百一十八条"),),
        permission_read=READ, permission_write=WRITE)]


@hookimpl
def desk_number_series():
    return [SeriesSpec("lostfound.item", N_("Found things"), "{org_short}招领〔{year}〕{serial}号")]


@hookimpl
def desk_papers():
    return [PaperSpec("lostfound.slip", N_("Receipt of the owner"), "lostfound.item", f"{HOME}.service:load",
                      f"{HOME}.paper:build", permission=READ)]
