"""Pages as data: lists, forms and records that the shell's kit draws. Free of Qt.

A ListSpec or RecordSpec is named by dotted path in a NavEntry; the kit turns it into a page. Everything declared here is
composed of kit widgets that can be used by hand as well.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from desk.core.cases.kinds import Tone
from desk.core.db.paging import Page, PageRequest


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a list. key: attribute of the row DTO. kind: "text", "date", "number", "state", "lamp", "money" (fen).

    `sort`: name in the query's allow-list, "" when it cannot be sorted by. width: pixels at 96 dpi, 0 stretches.
    """

    key: str
    title: str
    width: int = 120
    kind: str = "text"
    sort: str = ""
    shown: bool = True


@dataclass(frozen=True, slots=True)
class StateCell:
    """Value of a "state" column: word and tone (icon and colour follow from the tone)."""

    word: str
    tone: Tone = Tone.OPEN


@dataclass(frozen=True, slots=True)
class LampCell:
    """Value of a "lamp" column: the date something is due, days left (negative: late), paused or not needed."""

    due: Any = None
    days_left: int | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Chip:
    """A saved filter above the list: `filters` go into the PageRequest."""

    title: str
    filters: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class RowAction:
    """What can be done with the selected rows; `run` is "module:function" `(ctx, rows) -> None` called in the shell."""

    id: str
    title: str
    run: str
    icon: str = ""
    permission: str = ""
    many: bool = False


@dataclass(frozen=True, slots=True)
class ListSpec:
    """A list page.

    fetch: `(uow, PageRequest) -> Page[row DTO]`, rows have `.id`. count: `(uow, PageRequest) -> int`.
    sentence: `(uow) -> str` for the line of state beside the title.
    opens: nav entry opened with `record_id=row.id`; a row with an `entry` of its own opens that, with its `args` if it has any.
    new: nav entry of the form that makes one.
    empty: what a new hall does first, shown while there is nothing. filters: fields above the table, each named like the
    filter it sets. paper: a paper of the whole list, printed by a button above it, or several, offered by that button;
    their load gets the community's id.
    """

    id: str
    title: str
    record: str
    columns: tuple[Column, ...]
    fetch: Callable[[Any, PageRequest], Page[Any]]
    count: Callable[[Any, PageRequest], int] | None = None
    sentence: Callable[[Any], str] | None = None
    chips: tuple[Chip, ...] = ()
    actions: tuple[RowAction, ...] = ()
    opens: str = ""
    new: str = ""
    new_title: str = ""
    new_permission: str = ""
    search_hint: str = ""
    empty: str = ""
    export: bool = True
    default_sort: str = ""
    descending: bool = False
    domain: str = "desk"
    filters: "tuple[Field, ...]" = ()
    paper: str | tuple[str, ...] = ""


@dataclass(frozen=True, slots=True)
class Pick:
    """One find of a picker: the record's id, what it is called, and what tells it from another of the same name."""

    id: Any
    title: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Field:
    """A field of a form. name: attribute of the draft.

    kind: "text", "lines", "number", "money" (fen), "date", "partial_date", "datetime", "choice", "bool", "person", "place",
    "organisation", "idnumber", "phone", "note" (read-only text), "computed", "password" (a Secret), "ticks" (several of many:
    a tuple; its choices may name a group third).
    choices: ((value, title), …) or `(uow) -> …`; those of a "text" are offered while typing. choices_of: the same as
    `(uow, record_id) -> …`, where they differ from record to record.
    visible_when: field name → values that show it.
    computed: `(draft as dict) -> str`, shown, never saved. phrases: phrase library key for "lines"; phrase_source:
    `(uow, key) -> [text]`, phrases everybody has besides those she keeps herself.
    search: `(uow, text) -> [Pick]` for pickers ("person" and "place" have their own); named: `(uow, id) -> str`, how a
    record that is already chosen is called; asks: what to type there, shown while it is empty (its kind has words of its own).
    max_length: characters. width: pixels at 96 dpi, 0 by kind. table: a table is
    pasted into "lines", so the tabs between its cells are kept.
    """

    name: str
    title: str
    kind: str = "text"
    required: bool = False
    help: str = ""
    choices: tuple[tuple[Any, str], ...] | Callable[[Any], Any] = ()
    visible_when: Mapping[str, tuple[Any, ...]] = field(default_factory=dict)
    computed: Callable[[dict[str, Any]], str] | None = None
    default: Any = None
    width: int = 0
    rows: int = 4
    phrases: str = ""
    phrase_source: Callable[[Any, str], Any] | None = None
    max_length: int = 0
    read_only: bool = False
    search: Callable[[Any, str], Any] | None = None
    named: Callable[[Any, Any], str] | None = None
    asks: str = ""
    table: bool = False
    choices_of: Callable[[Any, int | None], Any] | None = None


@dataclass(frozen=True, slots=True)
class Repeat:
    """A repeating group inside a section (parties, clauses, instalments): value is a list of dicts.

    add_title "": the items are given and nobody adds or takes away any. compact: one line an item, for up to three short
    fields.
    """

    name: str
    title: str
    fields: tuple[Field, ...]
    add_title: str
    minimum: int = 0
    maximum: int = 0
    compact: bool = False


@dataclass(frozen=True, slots=True)
class Section:
    """A titled block of fields."""

    title: str
    fields: tuple[Field | Repeat, ...]
    help: str = ""


@dataclass(frozen=True, slots=True)
class FormSpec:
    """A form that edits a draft (a dict of plain values) and saves it with one verb.

    load: `(uow, record_id | None) -> dict` starting values. validate: `(dict) -> {field: sentence}` quick checks without a
    database. save: a @verb `(uow, draft) -> id`; make_draft: `(dict) -> draft dataclass` (default: the dict itself).
    after: nav entry opened with `record_id` of what was saved, when the form was opened for a new record. makes: the form makes
    another record out of the one it was opened for (a case out of a slip), so that `after` is opened then, too.
    """

    id: str
    title: str
    sections: tuple[Section, ...]
    save: Callable[..., Any]
    load: Callable[[Any, int | None], dict[str, Any]] | None = None
    validate: Callable[[dict[str, Any]], dict[str, str]] | None = None
    make_draft: Callable[[dict[str, Any]], Any] | None = None
    save_title: str = ""
    after: str = ""
    domain: str = "desk"
    makes: bool = False


@dataclass(frozen=True, slots=True)
class Missing:
    """Something still missing on a record, and where to put it right: nav entry with args; with `field` the entry is a form
    and that field gets the focus. run: "module:function" `(ctx, record_id, **args)` instead of an entry; paper: the paper that
    is still to be printed, shown in its preview.
    """

    sentence: str
    entry: str = ""
    args: Mapping[str, Any] = field(default_factory=dict)
    field: str = ""
    source: str = ""
    run: str = ""
    paper: "PaperLink | None" = None


@dataclass(frozen=True, slots=True)
class StepLamp:
    """One lamp of a record's step bar. state: "done", "now" or "next"; missing: sentences shown when it is clicked."""

    title: str
    state: str
    missing: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Fact:
    """A labelled value in a record's section; masked values carry `reveal` = name the reveal verb knows it by."""

    label: str
    value: str
    reveal: str = ""


@dataclass(frozen=True, slots=True)
class FactSection:
    """A titled block of facts, with an optional way to edit it (nav entry + args)."""

    title: str
    facts: tuple[Fact, ...]
    edit: str = ""
    args: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class NextAct:
    """Something to do on a record: opens `entry` with `args`, or runs "module:function" `(ctx, record_id)`.

    main: the one blue button.
    """

    title: str
    entry: str = ""
    args: Mapping[str, Any] = field(default_factory=dict)
    run: str = ""
    main: bool = False
    enabled: bool = True
    why_not: str = ""
    shortcut: str = ""


@dataclass(frozen=True, slots=True)
class TimelineItem:
    """One line of a timeline; `at` is an aware UTC moment or a civil date."""

    at: Any
    text: str
    who: str = ""
    detail: str = ""


@dataclass(frozen=True, slots=True)
class PaperLink:
    """A paper offered on a record page. record_id: of the record the paper belongs to, 0 for the page's own.

    note: what tells it from another of the same name ("2nd session").
    """

    paper: str
    record_id: int = 0
    note: str = ""


@dataclass(frozen=True, slots=True)
class RecordCard:
    """Everything a record page shows, as read in one go by `RecordSpec.load`. holder: who has it, "" nobody yet, None for
    a record that nobody has in hand (a venue, an account). beside: (kind, id) of other records it is told from, None for any
    of the kind; the page is read again when one of them is written.
    """

    id: int
    number: str
    title: str
    state: StateCell
    subtitle: str = ""
    lamp: LampCell = LampCell()
    holder: str | None = ""
    confidential: bool = False
    steps: tuple[StepLamp, ...] = ()
    sections: tuple[FactSection, ...] = ()
    missing: tuple[Missing, ...] = ()
    acts: tuple[NextAct, ...] = ()
    papers: tuple[PaperLink, ...] = ()
    timeline: tuple[TimelineItem, ...] = ()
    version: int = 0
    beside: tuple[tuple[str, int | None], ...] = ()


@dataclass(frozen=True, slots=True)
class RecordSpec:
    """A record page: header card, step bar, sections left, next step, papers and timeline right.

    reveal: a @verb `(uow, record_id, name) -> str` that answers a masked value and notes in the audit trail who saw it.
    """

    id: str
    title: str
    record: str
    load: Callable[[Any, int], RecordCard]
    reveal: Callable[..., Any] | None = None
    domain: str = "desk"


@dataclass(frozen=True, slots=True)
class CounterAnswer:
    """What a counter says to what was typed or scanned. undo: what the undo verb gets, None when it cannot be undone.

    carry: what this counter remembers for what comes next (whom it serves), None for what it remembered before.
    """

    text: str
    detail: str = ""
    accepted: bool = True
    undo: Any = None
    carry: Any = None


@dataclass(frozen=True, slots=True)
class CounterSpec:
    """A counter: one input, a big answer, totals.

    take: a @verb `(uow, record_id, text) -> CounterAnswer` (a UserError is shown as a refusal). undo: a @verb
    `(uow, record_id, answer.undo)`. totals: `(uow, record_id) -> [(label, value)]`. digits: the input method is off.
    carries: take gets a fourth argument, the last `answer.carry` of this window (None at first), so that two counters under
    one account do not serve each other's people.
    """

    id: str
    title: str
    prompt: str
    take: Callable[..., Any]
    undo: Callable[..., Any] | None = None
    totals: Callable[[Any, int | None], Any] | None = None
    digits: bool = False
    record: str = ""
    domain: str = "desk"
    carries: bool = False


@dataclass(frozen=True, slots=True)
class ReadOut:
    """Something that is read out in a sitting and ticked. needed: the sitting cannot be ended without it."""

    code: str
    text: str
    source: str = ""
    needed: bool = True


@dataclass(frozen=True, slots=True)
class SessionCard:
    """What a sitting's page shows. decisions: ((value, title), …)."""

    title: str
    subtitle: str = ""
    read_outs: tuple[ReadOut, ...] = ()
    decisions: tuple[tuple[Any, str], ...] = ()
    notes: str = ""
    version: int = 0


@dataclass(frozen=True, slots=True)
class SessionSpec:
    """A sitting: large type, read-outs with ticks, notes, what was decided.

    save: a @verb `(uow, dict)` with record_id, version, ticks (codes), notes, decision (value or None), began (aware).
    after: nav entry opened with `record_id` when it was saved, "" goes back.
    """

    id: str
    title: str
    load: Callable[[Any, int], SessionCard]
    save: Callable[..., Any]
    save_title: str = ""
    after: str = ""
    domain: str = "desk"
