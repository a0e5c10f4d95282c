"""What would be widgets, were this not a zoo: plain classes that take a context."""


class NoteList:
    """A page."""

    def __init__(self, ctx: object, **args: object) -> None:
        self.ctx, self.args = ctx, args


class NoteForm(NoteList):
    """A page that is opened from another."""


class NotePanel(NoteList):
    """A tab on a person's card."""
