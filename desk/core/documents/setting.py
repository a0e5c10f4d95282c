"""Setting text: from a paper's measures and looks to lines and slabs; shared by all blocks' layouts."""

from dataclasses import dataclass, field, replace

from desk.core.documents.fontbook import FontBook
from desk.core.documents.fontface import Face
from desk.core.documents.inline import Align, Text
from desk.core.documents.linebreak import Flow, Line, Look, break_lines, flows
from desk.core.documents.page import PageSetup, PaperMode, Style
from desk.core.documents.slabs import Slab, TextSlab

MM = 72 / 25.4
"""Points in a millimetre."""


@dataclass(slots=True)
class Used:
    """What a run of layouts has used: characters by face, and characters that no font has with what surrounds them."""

    faces: dict[int, tuple[Face, set[str]]] = field(default_factory=dict)
    missing: dict[str, str] = field(default_factory=dict)

    def note(self, flow: Flow) -> None:
        """Remember a flow's characters."""
        if flow.uniform:
            self._of(flow.faces[0]).update(flow.text)
            return
        for face in set(flow.faces) - {None}:
            used = self._of(face)
            used.update(character for character, its in zip(flow.text, flow.faces, strict=True) if its is face)
            if any(look.tick for look in flow.looks):
                used.add("√")
        for character in flow.missing:
            at = flow.text.index(character)
            self.missing.setdefault(character, flow.text[max(0, at - 6):at + 7])

    def _of(self, face: Face | None) -> set[str]:
        assert face is not None
        return self.faces.setdefault(id(face), (face, set()))[1]

    def count(self) -> int:
        """How many characters of how many faces are used."""
        return sum(len(characters) for _face, characters in self.faces.values())

    def names(self) -> dict[int, str]:
        """Face → the name ReportLab knows it by, good for all characters used."""
        return {key: face.registered(characters) for key, (face, characters) in self.faces.items()}


@dataclass(frozen=True, slots=True)
class Setting:
    """Where and how blocks are set: fonts, style, mode and the type area in points."""

    fonts: FontBook
    style: Style
    mode: PaperMode
    width: float
    height: float
    used: Used

    @classmethod
    def of(cls, page: PageSetup, style: Style, mode: PaperMode, fonts: FontBook, used: Used) -> "Setting":
        """The setting of a sheet."""
        width, height = page.sheet
        margins = page.margins
        return cls(fonts, style, mode, (width - margins.left - margins.right) * MM,
                   (height - margins.top - margins.bottom) * MM, used)

    @property
    def final(self) -> bool:
        return self.mode is PaperMode.FINAL

    @property
    def body(self) -> Look:
        """The look of running text."""
        return Look(self.style.role.value, self.style.size)

    @property
    def table(self) -> Look:
        """The look of text in grids."""
        return Look(self.style.table_role.value, self.style.table_size)

    def pitch(self, size: float) -> float:
        """Line pitch for a type size, in the proportion of the body's."""
        return self.style.pitch if size == self.style.size else size * self.style.pitch / self.style.size

    def flows(self, text: Text, look: Look) -> list[Flow]:
        """The paragraphs of a text, their characters noted."""
        found = flows(text, look, self.fonts, final=self.final)
        for flow in found:
            self.used.note(flow)
        return found

    def line(self, text: Text, look: Look, width: float, align: Align = Align.LEFT) -> Line:
        """The first line of a text: for what is known to be short."""
        return break_lines(self.flows(text, look)[0], width, align=align)[0]

    def text_width(self, text: Text, look: Look) -> float:
        """Width of a text set in one line."""
        return max(flow.acc[-1] for flow in self.flows(text, look))

    def lines(self, text: Text, look: Look, width: float, *, first: float = 0,
              align: Align = Align.JUSTIFY) -> list[Line]:
        """All lines of a text."""
        return [line for flow in self.flows(text, look) for line in break_lines(flow, width, first=first, align=align)]

    def narrowed(self, width: float) -> "Setting":
        """The same with another width."""
        return replace(self, width=width)


def text_slabs(lines: list[Line], pitch: float, size: float, x: float = 0) -> list[Slab]:
    """One slab a line; a single line of a paragraph is neither left behind nor sent ahead."""
    slabs: list[Slab] = [TextSlab(line, pitch, size, x) for line in lines]
    if len(slabs) > 1:
        slabs[0].keep = slabs[-2].keep = True
    return slabs
