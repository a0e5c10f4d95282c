"""The front door for plugins: declarations, texts, errors. Loads neither SQLAlchemy nor ReportLab nor Qt.

Other doors, one a room: desk.api.db, .pages, .documents, … and .qt for views. Nothing else of the desk is a plugin's business.
"""

from desk.core.cases.takers import Answer, Handed, Taker
from desk.core.changes import Changes
from desk.core.clock import HALL_ZONE, Clock, hall_time
from desk.core.differences import changed_lines, side_by_side
from desk.core.dotted import later
from desk.core.errors import (
    Cancelled,
    Conflict,
    DeskError,
    EnvironmentFault,
    NeedsReason,
    NotAllowed,
    NotFound,
    UserError,
    refuse_marked,
)
from desk.core.i18n import N_, Translator, translator
from desk.core.search.indexer import Indexer
from desk.core.setupfile.part import SetupPart
from desk.core.text import clean, clean_note, code, fold_width
from desk.host.context import PluginContext
from desk.host.hookspecs import hookimpl
from desk.host.specs import (
    ActionSpec,
    CardSpec,
    CaseKind,
    HomeItem,
    Limit,
    Move,
    NavEntry,
    PanelSpec,
    PaperSpec,
    SeriesSpec,
    SettingSpec,
    State,
    Step,
    Tone,
)

__all__ = [
    "HALL_ZONE", "ActionSpec", "Answer", "Cancelled", "CardSpec", "CaseKind", "Changes", "Clock", "Conflict", "DeskError",
    "EnvironmentFault", "Handed", "HomeItem", "Indexer", "Limit", "Move", "N_", "NavEntry", "NeedsReason",
    "NotAllowed", "NotFound", "PanelSpec", "PaperSpec", "PluginContext", "SeriesSpec", "SettingSpec", "SetupPart", "State",
    "Step", "Taker", "Tone", "Translator", "UserError", "changed_lines", "clean", "clean_note", "code", "fold_width",
    "hall_time", "hookimpl", "later", "refuse_marked", "side_by_side", "translator",
]
