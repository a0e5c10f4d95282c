"""Nobody needs a mouse or eyes: every control of every kind of page has a name and can be reached by Tab."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QComboBox, QLineEdit, QPlainTextEdit, QSpinBox, QWidget

from desk.host.pages import (
    Chip,
    Column,
    Fact,
    FactSection,
    Field,
    FormSpec,
    ListSpec,
    NextAct,
    RecordCard,
    RecordSpec,
    Repeat,
    Section,
    StateCell,
    StepLamp,
)
from desk.shell.kit.fields import KINDS
from desk.shell.kit.pages import make_page

CONTROLS = (QAbstractButton, QLineEdit, QPlainTextEdit, QComboBox, QSpinBox, QAbstractItemView)
INNER = ("QLineEditIconButton", "QTableCornerButton", "QHeaderView", "QComboBoxListView")


def list_spec(shelf):
    return ListSpec("demo", "纠纷", "demo", (Column("number", "No."), Column("name", "Name")), shelf.fetch, count=shelf.count,
                    chips=(Chip("一"),), new="demo.form")


def form_spec():
    fields = tuple(Field(f"f{number}", f"Title {number}", kind, search=lambda uow, text: [], choices=(("a", "A"),),
                         phrases="x" if kind == "lines" else "") for number, kind in enumerate(KINDS))
    more = Repeat("parties", "Party", (Field("who", "Who"),), "Add", minimum=1)
    return FormSpec("demo.form", "登记", (Section("一", (*fields, more)),), save=lambda uow, draft: 1)


def record_spec():
    card = RecordCard(7, "7", "某事", StateCell("进行中"), steps=(StepLamp("一", "now"),), acts=(NextAct("办", main=True),),
                      sections=(FactSection("事", (Fact("电话", "1*", reveal="p"),), edit="x"),))
    return RecordSpec("demo", "事", "demo", lambda uow, record_id: card, reveal=lambda uow, record_id, name: "1")


@pytest.fixture(params=["list", "form", "record"])
def page(request, ctx, shelf, qtbot):
    specs = {"list": list_spec(shelf), "form": form_spec(), "record": record_spec()}
    args = {"record_id": 7} if request.param == "record" else {}
    made = make_page(ctx, specs[request.param], **args)
    qtbot.addWidget(made)
    made.resize(1170, 690)
    with qtbot.waitActive(made):
        made.show()
    return made


def controls(page):
    return [widget for widget in page.findChildren(QWidget)
            if isinstance(widget, CONTROLS) and widget.isVisible() and widget.isEnabled()
            and not widget.objectName().startswith("qt_") and widget.metaObject().className() not in INNER]


def test_everything_one_can_act_on_has_a_name(page):
    nameless = [widget for widget in controls(page)
                if not (widget.accessibleName() or (isinstance(widget, QAbstractButton) and widget.text()))]
    assert nameless == []


def test_everything_one_can_act_on_is_reached_by_tab(page, qtbot, qapp):
    reached = set()
    page.first_focus().setFocus()
    for _step in range(200):
        focus = qapp.focusWidget()
        if focus is None or focus in reached:
            break
        reached.add(focus)
        qtbot.keyClick(focus, Qt.Key.Key_Tab)
    missed = [widget for widget in controls(page) if widget not in reached and widget.focusPolicy() != Qt.FocusPolicy.NoFocus
              and not (isinstance(widget, QAbstractButton) and widget.group())]
    assert missed == []


def test_what_is_no_declaration_is_refused(ctx):
    with pytest.raises(TypeError):
        make_page(ctx, object())
