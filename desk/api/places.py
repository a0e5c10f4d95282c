"""Areas from the district to the door, venues and bookings that never overlap."""

from desk.core.places.drafts import AreaDraft, BookingDraft, VenueDraft
from desk.core.places.kinds import AREA_KINDS, VENUE_KINDS
from desk.core.places.queries import (
    AreaRow,
    BookingRow,
    VenueRow,
    find_areas,
    get_area,
    get_venue,
    list_area_ids_below,
    list_areas,
    list_bookings,
    list_bookings_of,
    list_tree,
    list_venues,
)
from desk.core.places.service import add_area
from desk.core.places.venues import add_venue, book_venue, cancel_booking, change_booking

__all__ = [
    "AREA_KINDS", "VENUE_KINDS", "AreaDraft", "AreaRow", "BookingDraft", "BookingRow", "VenueDraft", "VenueRow",
    "add_area", "add_venue",
    "book_venue",
    "cancel_booking", "change_booking", "find_areas", "get_area", "get_venue", "list_area_ids_below", "list_areas",
    "list_bookings", "list_bookings_of", "list_tree", "list_venues",
]
