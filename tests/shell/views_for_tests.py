"""Pages that the tests of the frame open by dotted path."""

from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget

OPENED: list["Note"] = []


class Note(QWidget):
    """A page with one field that keeps what is typed."""

    def __init__(self, ctx, record_id=None):
        super().__init__()
        self.ctx, self.record_id = ctx, record_id
        self.kept, self.concealed, self.refreshed = [], 0, 0
        self.field, self.label = QLineEdit(), QLabel(f"note {record_id}")
        layout = QVBoxLayout(self)
        layout.addWidget(self.label)
        layout.addWidget(self.field)
        OPENED.append(self)

    def keep(self):
        self.kept.append(self.field.text())

    def conceal(self):
        self.concealed += 1

    def refresh(self):
        self.refreshed += 1

    def first_focus(self):
        return self.field


class Home(Note):
    """The home page of these tests."""


class Raises(QWidget):
    """A page that cannot be made."""

    def __init__(self, ctx, **args):
        super().__init__()
        raise ValueError("住址 和平里3幢 110105194912310021")


class KeepRaises(Note):
    """A page whose keep() has a mistake."""

    def keep(self):
        raise KeyError("keep")


def not_a_widget(ctx):
    """A view that answers something else."""
    return 5
