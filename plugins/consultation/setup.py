"""Procedures a community made its own, as plain values: what a street hands on to other halls."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import select

from desk.api.db import UnitOfWork
from plugins.consultation.drafts import ProcedureDraft, StepRow
from plugins.consultation.models import OwnProcedure
from plugins.consultation.procedures import from_data
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
