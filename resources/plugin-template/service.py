"""Verbs: whatever writes."""

from desk.api import clean
from desk.api.cases import CaseDraft, number_case, open_case
from desk.api.db import verb


@verb("myplugin.register", permission="myplugin.write")
def register(uow, draft):
    """Register a matter and give it a number; answers its id."""
    matter = open_case(uow, "myplugin.matter", CaseDraft(title=clean(draft["title"])))
    number_case(uow, matter)
    return matter
