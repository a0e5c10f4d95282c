"""Widgets of the kit, for pages a plugin draws itself. Loads Qt; for views only."""

from desk.shell.context import ViewContext
from desk.shell.drafts import AutoSave
from desk.shell.jobs import Job, JobContext, Latest, new_key
from desk.shell.kit import bits
from desk.shell.kit.counter import CounterPage
from desk.shell.kit.fields import FieldControl, make_field
from desk.shell.kit.fields.phrases import PhraseButton
from desk.shell.kit.form_page import FormPage
from desk.shell.kit.icons import icon, set_icon
from desk.shell.kit.list_page import ListPage
from desk.shell.kit.page import Page
from desk.shell.kit.paged_model import PagedTableModel
from desk.shell.kit.pages import make_page
from desk.shell.kit.paper_backend import PaperBackend, Shown
from desk.shell.kit.preview import PreviewPage
from desk.shell.kit.progress import ProgressPanel
from desk.shell.kit.record_page import RecordPage
from desk.shell.kit.record_parts import FactCard, Pill
from desk.shell.kit.session_page import SessionPage
from desk.shell.kit.side_by_side import SideBySide
from desk.shell.kit.step_bar import StepBar
from desk.shell.kit.table import ListTable
from desk.shell.kit.take_over_page import TakeOver, TakeOverPage
from desk.shell.kit.wizard import Step, Wizard
from desk.shell.theme import px, tone_look

__all__ = [
    "AutoSave", "CounterPage", "FactCard", "FieldControl", "FormPage", "Job", "JobContext", "Latest", "ListPage",
    "ListTable", "Page", "PagedTableModel", "PaperBackend", "PhraseButton", "Pill", "PreviewPage", "ProgressPanel",
    "RecordPage", "SessionPage", "Shown", "SideBySide", "Step", "StepBar", "TakeOver",
    "TakeOverPage", "ViewContext", "Wizard", "bits", "icon", "make_field",
    "make_page", "new_key", "px", "set_icon", "tone_look",
]
