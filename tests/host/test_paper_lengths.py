"""Every paper of every plugin, out of practice records, with texts from none to 20,000 characters."""

import pytest

from desk.core.actor import system_actor
from desk.core.clock import FixedClock
from desk.core.documents.papers import paper_kind
from desk.core.errors import DeskError, UserError
from desk.core.paths import DeskPaths
from desk.testing.lengths import Swelling, faults, text_limits

RECORDS, PERIODS = range(1, 130), (202611, 202610, 202612, 2026)
"""Ids that are looked for; some papers are of a month or a year."""
CARDS = {"volunteer.activity_cards", "volunteer.post_card", "volunteer.team_cards"}
"""As large as a bank card: what does not fit on one is refused in words."""
WITHOUT = {"volunteer.star_certificates"}
"""Papers that no practice record has: stars are given when their list has hung for days."""


@pytest.fixture(scope="module")
def practice(tmp_path_factory):
    from desk.commands.demo import make_practice
    from desk.running import open_desk

    paths = DeskPaths(tmp_path_factory.mktemp("lengths"))
    make_practice(paths, FixedClock())
    opened = open_desk(paths, clock=FixedClock())
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def papers(practice):
    """{paper id: (its kind, what the practice record prints that says most)}."""
    with practice.factory.reading(system_actor()) as uow:
        kinds = [paper_kind(one.item.id) for one in practice.contributions.papers]
        found = {kind.id: (kind, richest(uow, kind)) for kind in kinds if kind.load}
    return {paper: pair for paper, pair in found.items() if pair[1]}


def richest(uow, kind):
    return max((loaded(uow, kind, record) for record in (*RECORDS, *PERIODS)), key=lambda data: len(repr(data or "")))


def loaded(uow, kind, record):
    try:
        return kind.load(uow, record)
    except (DeskError, ValueError):
        return None


@pytest.mark.parametrize("length", [0, 60, 900, *(pytest.param(length, marks=pytest.mark.long) for length in (1, 20_000))])
def test_papers_hold_texts_of_every_length(length, papers, fonts):
    limits, found = text_limits(), []
    for paper, (kind, data) in papers.items():
        swelling = Swelling(length, limits)
        document = kind.build(swelling.swell(data))
        try:
            found += [(paper, *fault) for fault in faults(document, fonts, swelling.put)]
        except UserError as refused:
            found += [] if paper in CARDS else [(paper, str(refused))]
    assert not found, "\n".join(map(str, found))


def test_every_paper_has_a_practice_record(practice, papers):
    assert {one.item.id for one in practice.contributions.papers} - set(papers) == WITHOUT
