"""The pages, as data: the desk draws them."""
from types import SimpleNamespace as Row

from desk.api import N_, pages, translator
from desk.api.cases import count_by_state, count_cases, get_lamps, list_cases, list_timeline, move_case
from plugins.lostfound.service import hand_out, load, register

_, KIND = translator("lostfound"), "lostfound.item"


def fetch(uow, request):
    found = list_cases(uow, request, kind=KIND)
    return pages.Page([Row(id=case.id, number=case.number, what=case.title, place=case.summary,
                           state=pages.StateCell(case.state_title, case.tone),
                           claim=pages.LampCell(case.due_on, case.days_left)) for case in found.rows], found.next)


def sentence(uow):
    states = count_by_state(uow, KIND)
    return _("{kept} wait for their owners, {returned} went home").format(
        kept=states.get("kept", 0) + states.get("announced", 0), returned=states.get("returned", 0))


def card(uow, record_id):
    item, lamps = load(uow, record_id), get_lamps(uow, record_id)
    case, here = item["case"], {"record_id": record_id}
    out = pages.NextAct(_("Hand to its owner"), "lostfound.out", here, main=case.state != "kept")
    acts = {"kept": (pages.NextAct(_("Announce"), run="plugins.lostfound.pages:announce", main=True), out),
            "announced": (out, pages.NextAct(_("Give to the state"), run="plugins.lostfound.pages:give", enabled=case.overdue,
                                             why_not=_("The owner has a year from the announcement on.")))}
    facts = ((_("Where"), case.summary), (_("Finder"), item["finder"]), (_("Owner"), item["owner"]))
    return pages.RecordCard(
        record_id, case.number, case.title, pages.StateCell(case.state_title, case.tone), holder=case.handler,
        lamp=pages.LampCell(case.due_on, case.days_left), steps=tuple(pages.StepLamp(lamp.title, lamp.state) for lamp in lamps),
        sections=(pages.FactSection(_("Found thing"), tuple(pages.Fact(*fact) for fact in facts)),),
        acts=acts.get(case.state, ()), papers=(pages.PaperLink("lostfound.slip"),),
        timeline=tuple(pages.TimelineItem(entry.at, entry.title, entry.who) for entry in list_timeline(uow, record_id)))


def doing(move):
    return lambda ctx, record_id: ctx.jobs.write(move_case, record_id, move).start()


announce, give = doing("announce"), doing("give")


LIST = pages.ListSpec("lostfound.list", N_("Lost and found"), KIND, (
        pages.Column("number", N_("Number"), 200), pages.Column("what", N_("Thing"), 0), pages.Column("place", N_("Where")),
        pages.Column("state", N_("State"), 110, "state"), pages.Column("claim", N_("Claim until"), 220, "lamp")),
    fetch, lambda uow, request: count_cases(uow, request, kind=KIND), sentence, (pages.Chip(N_("Open"), {"open": True}),),
    opens=KIND, new="lostfound.new", new_title=N_("Register a found thing"), new_permission="lostfound.write",
    empty=N_("Nothing was found yet."), domain="lostfound")
RECORD = pages.RecordSpec("lostfound.item", N_("Found thing"), KIND, card, domain="lostfound")
NEW = pages.FormSpec("lostfound.new", N_("Register a found thing"), (pages.Section("", (
    pages.Field("what", N_("Thing"), required=True, max_length=100), pages.Field("place", N_("Where"), required=True),
    pages.Field("finder", N_("Finder"), max_length=60))),), register, after=KIND, domain="lostfound")
OUT = pages.FormSpec("lostfound.out", N_("Hand to its owner"), (pages.Section("", (
    pages.Field("owner", N_("Owner"), required=True, max_length=60),
    pages.Field("seen", N_("The owner's paper was looked at"), "bool", default=False))),), hand_out,
    load=lambda uow, record_id: {"id": record_id, "owner": "", "seen": False}, domain="lostfound")
