"""The community's own list of classes, made in a form."""

from sqlalchemy import select

from desk.api import clean, refuse_marked, translator
from desk.api.db import UnitOfWork, verb
from plugins.consultation.drafts import ClassesDraft
from plugins.consultation.kinds import SHIPPED_CLASSES, WRITE
from plugins.consultation.models import TopicClass

_ = translator("consultation")


@verb("consultation.save_classes", permission=WRITE)
def save_classes(uow: UnitOfWork, draft: ClassesDraft) -> int:
    """Keep the list as it stands in the form; a class that is left out goes out of use, its topics keep it. Answers how many
    are offered."""
    rows = [(one, clean(one.title, limit=40)) for one in draft.rows if one.title.strip()]
    titles = [title for _one, title in rows]
    fields = {f"rows.{place}.title": _("Two classes have the same name: {name}.").format(name=title)
              for place, title in enumerate(titles) if title in titles[:place]}
    if not any(one.active for one, _title in rows):
        fields["rows"] = _("At least one class is offered.")
    refuse_marked(fields)
    have = {code: TopicClass(code=code, title=title) for code, title in SHIPPED_CLASSES}
    have |= {row.code: row for row in uow.session.scalars(select(TopicClass))}
    known = set(have)
    for place, (one, title) in enumerate(rows, 1):
        code = one.code if one.code in known else next(f"own{n}" for n in range(1, 1000) if f"own{n}" not in known)
        known.add(code)
        row = have.pop(code, None) or TopicClass(code=code)
        row.title, row.place, row.active = title, place, one.active
        uow.add(row)
    for gone in have.values():
        gone.active, gone.place = False, len(rows) + 1
        uow.add(gone)
    uow.session.flush()
    uow.trace("consultation.save_classes", "consultation.topic_class", None, offered=sum(one.active for one, _title in rows))
    return sum(one.active for one, _title in rows)
