"""Verbs and reads."""

from desk.api import UserError, clean, translator
from desk.api.cases import CaseDraft, get_case, move_case, number_case, open_case
from desk.api.db import verb
from plugins.lostfound.models import Item

_ = translator("lostfound")


@verb("lostfound.register", permission="lostfound.write")
def register(uow, draft):
    """Take a thing in and number it; answers its id."""
    item = open_case(uow, "lostfound.item", CaseDraft(title=clean(draft["what"]), summary=clean(draft["place"])))
    uow.add(Item(id=item, finder=clean(draft.get("finder") or ""), owner=""))
    number_case(uow, item)
    return item


@verb("lostfound.hand_out", permission="lostfound.write")
def hand_out(uow, draft):
    """The owner, whose paper was looked at, takes it home."""
    if not draft["seen"]:
        raise UserError(_("Look at the owner's paper first."), field="seen", source="民法典 第三百一十七条")
    uow.get(Item, draft["id"]).owner = clean(draft["owner"])
    move_case(uow, draft["id"], "return")
    return draft["id"]


def load(uow, record_id):
    """The matter and the row beside it, for the page and the paper."""
    item = uow.get(Item, record_id)
    return {"case": get_case(uow, record_id), "finder": item.finder, "owner": item.owner}
