"""What another module hands over is registered as a topic, with who brought it."""

from desk.api import Handed
from desk.api.cases import link_case
from desk.api.db import UnitOfWork
from plugins.consultation.drafts import RaiserDraft, TopicDraft
from plugins.consultation.service.topics import save_topic

MATTER = "consultation.matter"


def take(uow: UnitOfWork, handed: Handed) -> int:
    """A topic that waits to be taken up. What was brought to a gathering of this module's own stays tied to it."""
    own = handed.source_kind == MATTER
    raisers = (RaiserDraft(handed.who, contact=handed.contact),) if handed.who or handed.contact else ()
    made = save_topic(uow, TopicDraft(
        handed.title, "\n".join(filter(None, (handed.text, handed.note))), channel="meeting" if own else "module",
        raised_on=handed.raised_on, scope=handed.place, raisers=raisers, area_id=handed.area_id,
        from_matter=handed.source_id if own else None))
    if not own:
        link_case(uow, made, handed.source_kind, handed.source_id, "from")
    return made
