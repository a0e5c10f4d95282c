"""People and households: the register's verbs and reads, names and identity papers as evidence, and being found.

Numbers come masked; `reveal` gives whole ones for a purpose that goes into the audit trail.
"""

from desk.core.people.cards import HouseholdCard, HouseholdRow, PersonCard, PersonRow
from desk.core.people.checks import Check
from desk.core.people.codes import RELATIONS, RESIDENT_KINDS, SEXES, Code
from desk.core.people.dates import PartialDate, age_at, partial, read_date
from desk.core.people.drafts import HouseholdDraft, PaperDraft, PersonDraft, PhoneDraft
from desk.core.people.for_papers import person_for_papers
from desk.core.people.household_queries import get_household, list_households
from desk.core.people.households import note_visit, register_household
from desk.core.people.identity import IdentityFindings, clean_number, examine
from desk.core.people.identity_kinds import KINDS, IdentityKind
from desk.core.people.judge import Look, look_at_person
from desk.core.people.masks import mask_address, mask_name, mask_number, mask_phone
from desk.core.people.merge import merge_people, unmerge_people
from desk.core.people.names import clean_name, examine_name, readings
from desk.core.people.phones import clean_phone, examine_phone
from desk.core.people.queries import (
    count_people,
    find_by_number,
    find_holders,
    find_people,
    get_person,
    list_people,
    select_people,
)
from desk.core.people.reader import Prefill, read_line
from desk.core.people.service import add_paper, add_phone, change_person, register_person, reveal
from desk.core.search.document import SearchDocument
from desk.core.search.indexer import Indexer
from desk.core.search.queries import Hit, SearchAnswer, find_records

__all__ = [
    "KINDS", "RELATIONS", "RESIDENT_KINDS", "SEXES", "Check", "Code", "Hit", "HouseholdCard", "HouseholdDraft",
    "HouseholdRow", "IdentityFindings", "IdentityKind", "Indexer", "Look", "PaperDraft", "PartialDate", "PersonCard",
    "PersonDraft", "PersonRow", "PhoneDraft", "Prefill", "SearchAnswer", "SearchDocument", "add_paper", "add_phone",
    "age_at", "change_person", "clean_name", "clean_number", "clean_phone", "count_people", "examine", "examine_name",
    "examine_phone", "find_by_number",
    "find_holders", "find_people", "find_records", "get_household", "get_person", "person_for_papers",
    "list_households", "list_people", "look_at_person", "mask_address", "mask_name", "mask_number", "mask_phone",
    "merge_people", "note_visit", "partial", "read_date", "read_line", "readings", "register_household", "register_person",
    "reveal", "select_people", "unmerge_people",
]
