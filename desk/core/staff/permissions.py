"""Core's rights and the built-in roles, as data. Plugins declare theirs in their manifests, with the roles that get them."""

from dataclasses import dataclass

from desk.core.i18n import N_


@dataclass(frozen=True, slots=True)
class Right:
    """A permission and what it lets somebody do."""

    id: str
    title: str


CORE_RIGHTS = (
    Right("desk.people.read", N_("See residents (numbers masked)")),
    Right("desk.people.write", N_("Register and change residents")),
    Right("desk.people.reveal", N_("Show full identity and phone numbers, with a reason")),
    Right("desk.people.merge", N_("Merge and un-merge residents")),
    Right("desk.people.erase", N_("Erase residents' data")),
    Right("desk.people.export", N_("Take lists of residents out of the desk")),
    Right("desk.people.import", N_("Bring in residents from spreadsheets")),
    Right("desk.places.change", N_("Change areas, grids and venues")),
    Right("desk.organisations.change", N_("Change organisations and appointments")),
    Right("desk.calendar.change", N_("Change the working calendar")),
    Right("desk.files.attach", N_("Attach and remove files")),
    Right("desk.papers.print", N_("Print papers")),
    Right("desk.votes.conduct", N_("Prepare, enter and count votes")),
    Right("desk.votes.rules", N_("Change and confirm the rules of votes")),
    Right("desk.meetings.hold", N_("Call meetings and post notices")),
    Right("desk.scores.conduct", N_("Hold rounds of scoring, enter sheets, give honours")),
    Right("desk.scores.rules", N_("Change score sheets")),
    Right("desk.visits.write", N_("Plan and record visits")),
    Right("desk.schedules.plan", N_("Keep recurring schedules and duty rosters")),
    Right("desk.numbers.manage", N_("Set number words and void numbers")),
    Right("desk.statistics.freeze", N_("Freeze and correct monthly figures")),
    Right("desk.settings.change", N_("Change settings")),
    Right("desk.plugins.manage", N_("Switch plugins on and off, install them")),
    Right("desk.staff.manage", N_("Manage accounts and roles")),
    Right("desk.backup.make", N_("Make backups")),
    Right("desk.backup.restore", N_("Restore a backup")),
    Right("desk.audit.read", N_("Read the audit trail")),
)


@dataclass(frozen=True, slots=True)
class BuiltInRole:
    """A role every community starts with; `rights` are core's, plugins add theirs by role code."""

    code: str
    name: str
    rights: tuple[str, ...]


_DESK_WORK = ("desk.people.read", "desk.people.write", "desk.people.reveal", "desk.files.attach", "desk.papers.print",
              "desk.visits.write", "desk.schedules.plan")
_MEETINGS = ("desk.votes.conduct", "desk.meetings.hold", "desk.scores.conduct")

BUILT_IN_ROLES = (
    BuiltInRole("administrator", N_("Administrator"), tuple(right.id for right in CORE_RIGHTS)),
    BuiltInRole("head", N_("Head of the centre"), (
        *_DESK_WORK, *_MEETINGS, "desk.people.merge", "desk.people.export", "desk.people.import", "desk.places.change",
        "desk.organisations.change", "desk.calendar.change", "desk.numbers.manage", "desk.audit.read", "desk.backup.make",
        "desk.votes.rules", "desk.scores.rules", "desk.statistics.freeze")),
    BuiltInRole("clerk", N_("Front-desk clerk"), (
        *_DESK_WORK, *_MEETINGS, "desk.people.import", "desk.organisations.change", "desk.backup.make")),
    BuiltInRole("mediator", N_("Mediator"), _DESK_WORK),
    BuiltInRole("reader", N_("Reader"), ("desk.people.read",)),
)
