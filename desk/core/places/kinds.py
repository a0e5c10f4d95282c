"""Kinds of areas and venues, as data. An area lies in one of a smaller level (GB/T 34300: a grid never crosses communities)."""

from dataclasses import dataclass

from desk.core.i18n import N_


@dataclass(frozen=True, slots=True)
class AreaKind:
    """level: small is large in space, a parent's must be smaller. address: its name is part of a postal address."""

    code: str
    title: str
    level: int
    address: bool = False


AREA_KINDS: dict[str, AreaKind] = {kind.code: kind for kind in (
    AreaKind("district", N_("District"), 10),
    AreaKind("street", N_("Street (sub-district)"), 20),
    AreaKind("community", N_("Community"), 30),
    AreaKind("grid", N_("Grid"), 40),
    AreaKind("special_grid", N_("Special grid"), 40),
    AreaKind("micro_grid", N_("Micro grid"), 50),
    AreaKind("estate", N_("Estate"), 60, address=True),
    AreaKind("building", N_("Building"), 70, address=True),
    AreaKind("unit", N_("Unit (staircase)"), 80, address=True),
    AreaKind("room", N_("Room (door)"), 90, address=True),
)}
GRIDS = ("grid", "special_grid", "micro_grid")
OVERVIEW = tuple(code for code, kind in AREA_KINDS.items() if kind.level <= 70)
"""What a tree shows at first: doors are too many."""

VENUE_KINDS: dict[str, str] = {
    "hall": N_("Service hall"), "meeting_room": N_("Meeting room"), "mediation_room": N_("Mediation room"),
    "activity_room": N_("Activity room"), "reading_room": N_("Reading room"), "studio": N_("Studio"),
    "station": N_("Service station"), "talk_point": N_("Talk point"), "outdoor": N_("Outdoor place"),
    "other": N_("Other venue"),
}
SCOPES = ("community", "grid", "special_grid")
"""Kinds of areas an account can be limited to."""
