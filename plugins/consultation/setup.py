"""Procedures and classes of topics a community made its own, as plain values: what a street hands on to other halls."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import select

from desk.api.db import UnitOfWork
from plugins.consultation.classes import list_classes
from plugins.consultation.drafts import ClassesDraft, ClassRow, ProcedureDraft, StepRow
from plugins.consultation.kinds import SHIPPED_CLASSES
from plugins.consultation.models import OwnProcedure
from plugins.consultation.procedures import from_data
from plugins.consultation.service.classes import save_classes
from plugins.consultation.service.rules import save_procedure


def read_procedures(uow: UnitOfWork) -> dict[str, Any]:
    """Code → the procedure."""
    return {row.code: row.data for row in uow.session.scalars(select(OwnProcedure).order_by(OwnProcedure.code))}


def write_procedures(uow: UnitOfWork, told: Mapping[str, Any]) -> None:
    """Keep them, judged as their form is."""
    for data in told.values():
        procedure = from_data(data)
        titles = {step.code: step.title for step in procedure.steps}
        save_procedure(uow, ProcedureDraft(procedure.title, tuple(
            StepRow(step.title, step.code, step.convener, step.needs, step.papers, step.days, step.unit,
                    titles.get(step.back, ""), step.rule, step.joins)
            for step in procedure.steps), procedure.code, procedure.posting_days, procedure.source))


def read_classes(uow: UnitOfWork) -> dict[str, Any]:
    """Title of a class → whether it is offered, and which of those that ship it is ("" for an own one).

    The code of an own class is a number of this hall and stays here: elsewhere it may be another class.
    """
    shipped = dict(SHIPPED_CLASSES)
    return {title: {"offered": offered, "shipped": code if code in shipped else ""}
            for code, title, offered in list_classes(uow, every=True)}


def write_classes(uow: UnitOfWork, told: Mapping[str, Any]) -> None:
    """Add and change these, judged as their form is; classes that are not told stay as they are, new ones come last."""
    shipped = dict(SHIPPED_CLASSES)
    rows = {code: ClassRow(title, code, offered) for code, title, offered in list_classes(uow, every=True)}
    codes = {row.title: code for code, row in rows.items()}
    for title, value in told.items():
        code = value["shipped"] if value["shipped"] in shipped else codes.get(title, "")
        rows[code or title] = ClassRow(title, code, bool(value["offered"]))
    save_classes(uow, ClassesDraft(tuple(rows.values())))
