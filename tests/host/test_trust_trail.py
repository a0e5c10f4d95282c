"""What the command line did to the list of publishers stands in the audit trail once the data open: by whom, and when."""

import json
import os
from datetime import datetime
from pathlib import Path

import pytest

from desk.core.actor import operator
from desk.core.audit.chain import verify
from desk.core.audit.participant import AuditParticipant
from desk.core.audit.queries import list_audit
from desk.core.clock import FixedClock
from desk.core.db.paging import PageRequest
from desk.host.trust import Trust
from desk.host.trust_trail import kept_lines, noting, take_in_trail

ROOT = operator("hall-admin")


@pytest.fixture
def trust(tmp_path):
    return Trust(tmp_path / "data" / "keys", tmp_path / "etc")


@pytest.fixture
def audited(factory):
    if not any(isinstance(one, AuditParticipant) for one in factory.participants):
        factory.participants.append(AuditParticipant())
    return factory


def blocked(trust, clock, what="petcare"):
    with noting(trust, ROOT, clock, "plugins.block", listed=what):
        pass


def trail(factory, actor):
    with factory.reading(actor) as uow:
        assert verify(uow).sound
        return [(row.actor, row.actor_kind, row.action, row.detail) for row in list_audit(uow, PageRequest()).rows
                if row.action.startswith("plugins.")]


def test_a_line_waits_and_stands_in_the_trail_under_its_own_name_and_moment(audited, actor, trust, clock):
    blocked(trust, clock)
    clock.advance(days=2)
    with audited.writing(actor) as uow:
        assert take_in_trail(uow, trust) == 1
    assert trail(audited, actor) == [("hall-admin", "operator", "plugins.block", {"listed": "petcare"})]
    with audited.reading(actor) as uow:
        assert list_audit(uow, PageRequest()).rows[0].at < clock.now()
    assert kept_lines(trust) == []


def test_what_failed_leaves_no_line(trust, clock):
    with pytest.raises(OSError, match="full"), noting(trust, ROOT, clock, "plugins.block", listed="petcare"):
        raise OSError("disk full")
    assert kept_lines(trust) == []


def test_a_transaction_that_fails_keeps_the_line_for_the_next_one(audited, actor, trust, clock):
    blocked(trust, clock)
    with pytest.raises(RuntimeError), audited.writing(actor) as uow:
        take_in_trail(uow, trust)
        raise RuntimeError("power cut")
    assert len(kept_lines(trust)) == 1
    assert trail(audited, actor) == []


def test_beside_the_computers_list_lines_stay_for_every_data_folder_and_are_taken_in_once(audited, actor, trust, clock):
    trust.system.mkdir()
    blocked(trust, clock)
    for new in (1, 0):
        with audited.writing(actor) as uow:
            assert take_in_trail(uow, trust) == new
    assert len(trail(audited, actor)) == 1
    assert [line.file.parent for line in kept_lines(trust)] == [trust.system / "trust-trail"]


@pytest.mark.parametrize("text", ["", "[]", "{", '{"at": "2026-11-05T09:30:00+00:00"}', json.dumps(
    {"at": "2026-11-05T09:30:00+00:00", "actor": "x", "community": 1, "action": "staff.set_password", "detail": {}}),
    json.dumps({"at": "2026-11-05T09:30:00", "actor": "x", "community": 1, "action": "plugins.block", "detail": {}}),
    json.dumps({"at": "2026-11-05T09:30:00+00:00", "actor": "x", "community": 1, "action": "plugins.block",
                "detail": {"listed": ["a"]}})])
def test_files_that_are_no_such_line_are_passed_over(trust, text):
    trust.trail_folder.mkdir(parents=True)
    (trust.trail_folder / "odd.json").write_text(text, "utf-8")
    assert kept_lines(trust) == []


@pytest.mark.skipif(os.name != "posix" or os.geteuid() != 0, reason="only root writes into somebody else's folder")
def test_what_root_keeps_in_a_clerks_folder_is_the_clerks(trust, clock):
    trust.keys.mkdir(parents=True)
    os.chown(trust.keys.parent, 65534, 65534)
    blocked(trust, clock)
    file = kept_lines(trust)[0].file
    assert {Path(path).stat().st_uid for path in (file, file.parent)} == {65534}


def test_the_moment_is_kept_whole(trust):
    clock = FixedClock()
    blocked(trust, clock)
    assert isinstance(kept_lines(trust)[0].at, datetime)
    assert kept_lines(trust)[0].at == clock.now()
