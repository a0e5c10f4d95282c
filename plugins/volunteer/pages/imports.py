"""Lists of volunteering that come in from files: hours of an activity, answers of another system, hours of others."""

from typing import Any

from desk.api import N_
from desk.api.pages import ImportSpec
from plugins.volunteer.exchange.answers import ANSWERS, import_answers, undo_answers
from plugins.volunteer.exchange.hours import hours_list, import_hours, undo_hours
from plugins.volunteer.exchange.outside import OUTSIDE, import_outside, undo_outside
from plugins.volunteer.service.attendance import hours_text


def hour_cells(verdict: Any) -> tuple[str, ...]:
    """Day, from and to, served hours."""
    one = verdict.draft
    return (f"{one.day}", f"{one.row.start}–{one.row.end}", hours_text(one.minutes)) if one else ("", "", "")


def outside_cells(verdict: Any) -> tuple[str, ...]:
    """Who recorded it, day, hours."""
    one = verdict.draft
    return (one.organisation, f"{one.day or ''}", hours_text(one.minutes)) if one else ("", "", "")


def no_cells(verdict: Any) -> tuple[str, ...]:
    """The line's number says enough."""
    return ()


def hours_import(record_id: int) -> ImportSpec:
    """Hours of one activity."""
    made = hours_list(record_id)
    return ImportSpec(
        id="volunteer.hours_import", title=N_("Hours from a spreadsheet"), importer=made.importer, list_name=made.name,
        preview=made.preview, take=import_hours, undo=undo_hours,
        help=N_("Number, name, phone or identity number; day, else the activity's; from, to or hours. Late ones need a "
                "witness."),
        heads=((N_("Day"), 110), (N_("Time"), 130), (N_("Hours"), 120)), cells=hour_cells, opens="",
        register="volunteer.activity", register_args={"record_id": record_id}, register_title=N_("Back to the activity"),
        domain="volunteer")


HOURS_IMPORT = ImportSpec(
    id="volunteer.hours_import", title=N_("Hours from a spreadsheet"), importer=hours_list(0).importer, list_name="#0",
    preview=hours_list(0).preview, take=import_hours, undo=undo_hours, help="", heads=(), cells=no_cells, opens="",
    register="volunteer.activities", domain="volunteer", of_record=hours_import)
ANSWERS_IMPORT = ImportSpec(
    id="volunteer.answers_import", title=N_("Answer of the other system"), importer=ANSWERS.importer, list_name=ANSWERS.name,
    preview=ANSWERS.preview, take=import_answers, undo=undo_answers,
    help=N_("The file as it came back: number of each line, outcome, why. Several hand-overs may be answered in one file."),
    heads=(), cells=no_cells, opens="", register="volunteer.hand_overs", register_title=N_("To the hand-overs"),
    domain="volunteer")
OUTSIDE_IMPORT = ImportSpec(
    id="volunteer.outside_import", title=N_("Hours recorded elsewhere"), importer=OUTSIDE.importer, list_name=OUTSIDE.name,
    preview=OUTSIDE.preview, take=import_outside, undo=undo_outside,
    help=N_("Who, who recorded it, day and hours. They are shown with the volunteer and never counted or certified here."),
    heads=((N_("Recorded by"), 200), (N_("Day"), 110), (N_("Hours"), 120)), cells=outside_cells, opens="",
    register="volunteer.volunteers", domain="volunteer")
