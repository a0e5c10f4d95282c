"""Classes of topics: six fields ship (systems F1 #11), a community renames them, adds its own, takes some out of use."""

from sqlalchemy import select

from desk.api.db import UnitOfWork
from plugins.consultation.kinds import SHIPPED_CLASSES
from plugins.consultation.models import TopicClass


def list_classes(uow: UnitOfWork, *, every: bool = False) -> list[tuple[str, str, bool]]:
    """(code, title, offered) in the community's order; only those that are offered unless `every`."""
    rows = uow.session.scalars(select(TopicClass).order_by(TopicClass.place, TopicClass.id)).all()
    found = [(row.code, row.title, row.active) for row in rows] or [(code, title, True) for code, title in SHIPPED_CLASSES]
    return [one for one in found if every or one[2]]


def class_titles(uow: UnitOfWork) -> dict[str, str]:
    """Code → title, of those out of use too: old topics keep their class."""
    return {code: title for code, title, _offered in list_classes(uow, every=True)}


def class_choices(uow: UnitOfWork) -> list[tuple[str, str]]:
    """For a form, after none."""
    return [("", "—"), *((code, title) for code, title, _offered in list_classes(uow))]


def class_split(uow: UnitOfWork, _scope: object) -> list[tuple[str, str]]:
    """The rows of tables of figures: what is offered now; classes out of use follow where topics have them."""
    return [(code, title) for code, title, _offered in list_classes(uow)]
