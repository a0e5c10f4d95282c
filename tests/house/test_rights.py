"""Rights, by table: every verb × every built-in role is called; tests/house/rights.toml says what must come of it."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from desk.core.actor import Actor
from desk.core.cases.kinds import CaseKind, Limit, Move, State
from desk.core.cases.model import Case
from desk.core.cases.registry import case_kinds, use_kinds
from desk.core.cases.service import CaseDraft, open_case
from desk.core.errors import DeskError, NotAllowed, NotFound
from desk.core.leftovers.registry import use_leftovers
from desk.core.leftovers.schema import LeftColumn, LeftTable
from desk.core.tables.declared import Table, TableField, use_registers
from desk.host.trust import Trust
from desk.testing.database import make_factory
from tests.house import rights_help
from tests.house.rights_help import ROLES, TABLE, declared_rights, function, rights_of, verbs

VERBS = verbs()
GUARDED = [name for name, verb in VERBS.items() if verb.permission]
OPEN = [name for name, verb in VERBS.items() if not verb.permission]
KIND = CaseKind(
    "trial.matter", "Matter", states=(State("noted", "Noted"), State("closed", "Closed", final=True)),
    moves=(Move("close", "Close", ("noted",), "closed", permission="trial.close"),),
    limits=(Limit("answer", "Answer", "noted", 3, "day", "—"), Limit("more", "More", "", 3, "day", "—")),
    permission_read="trial.read", permission_write="trial.write")
WRITER = ("trial.read", "trial.write", "trial.close")


@pytest.fixture
def factory(sqlite_database, clock):
    """Rights are the same on both engines; one is enough for a few hundred calls."""
    return make_factory(sqlite_database, clock)


@pytest.fixture
def kind():
    before = list(case_kinds())
    use_kinds([KIND])
    yield KIND
    use_kinds(before)


class Enough(Exception):
    """Leaves the unit of work, so that nothing a verb did is kept."""


def refused(factory, actor, verb, *args):
    """Whether `verb(uow, *args)` is refused for want of a right; what else becomes of it does not matter."""
    answer = []
    with pytest.raises(Enough), factory.writing(actor) as uow:
        try:
            function(verb)(uow, *args)
        except NotAllowed:
            answer.append(True)
        except (TypeError, DeskError):  # it missed its arguments, or looked at them: it was let in
            pass
        raise Enough
    return bool(answer)


def somebody(*rights, user_id=None):
    return Actor("赵敏", community_id=1, user_id=user_id, permissions=frozenset(rights))


def test_the_table_and_the_program_name_the_same_verbs():
    assert sorted(TABLE["verbs"]) == GUARDED
    assert sorted(TABLE["open"]) == OPEN
    unknown = {role for roles in TABLE["verbs"].values() for role in roles} - set(ROLES)
    assert not unknown


@pytest.mark.parametrize("name", GUARDED)
def test_each_role_may_exactly_what_the_table_says(name, factory):
    answers = {role: not refused(factory, somebody(*rights_of(role)), VERBS[name]) for role in ROLES}
    assert [role for role in ROLES if answers[role]] == TABLE["verbs"].get(name)


@pytest.mark.parametrize("name", GUARDED)
def test_the_verbs_right_is_one_that_somebody_declares(name):
    assert VERBS[name].permission in declared_rights()


@pytest.mark.parametrize("name", GUARDED)
def test_nobody_without_a_right_and_nobody_with_all_the_others_is_let_in(name, factory):
    others = declared_rights() - {VERBS[name].permission}
    assert refused(factory, somebody(), VERBS[name])
    assert refused(factory, somebody(*others), VERBS[name])
    assert not refused(factory, somebody(VERBS[name].permission), VERBS[name])


def test_manifests_give_roles_only_rights_that_are_declared():
    known = declared_rights()
    given = {right for plugin in rights_help.manifests() for rights in plugin.roles.values() for right in rights}
    assert given <= known
    assert all(role in ROLES for plugin in rights_help.manifests() for role in plugin.roles)


def everyday(uow):
    """What the verbs that are open to everybody are called with: name → arguments."""
    from desk.core.places.drafts import BookingDraft, VenueDraft
    from desk.core.places.venues import add_venue, book_venue

    venue = add_venue(uow, VenueDraft("议事厅"))
    start = uow.clock.now() + timedelta(days=1)
    later = BookingDraft(venue, start + timedelta(hours=3), start + timedelta(hours=4), "议事")
    booked = book_venue(uow, BookingDraft(venue, start, start + timedelta(hours=1), "议事"))
    return {"places.book": (later,), "places.change_booking": (booked, later, 1), "places.cancel_booking": (booked,),
            "staff.change_own_password": ("wrong", "irrelevant"), "plugins.take_in_trail": (Trust(Path("nowhere")),)}


@pytest.mark.parametrize("name", [name for name in OPEN if TABLE["open"].get(name) == "everybody"])
def test_what_is_open_is_open_to_each_role(name, factory, actor):
    from desk.core.staff.model import StaffUser
    from desk.core.staff.passwords import Strength, hash_password

    with factory.writing(actor) as uow:
        quick = hash_password("the old one", Strength(memory_kib=8, passes=1))
        user_id = uow.add(StaffUser(login="zhao", name="赵敏", password_hash=quick)).id
        args = everyday(uow)[name]
    for role in ROLES:
        assert not refused(factory, somebody(*rights_of(role), user_id=user_id), VERBS[name], *args), role


def matters(uow, kind):
    """What the verbs of a matter are called with, in an order of the matter's life: name → arguments."""
    from desk.core.cases.drafts import CaseDraft, PartyDraft
    from desk.core.cases.links import link
    from desk.core.cases.parties import add_party
    from desk.core.cases.service import open_case
    from desk.core.people.model import Person
    from desk.core.staff.model import StaffUser

    draft = CaseDraft("漏水纠纷")
    case, other = open_case(uow, kind, draft), open_case(uow, kind, draft)
    colleague = uow.add(StaffUser(login="qian", name="钱立", password_hash="-")).id
    party = PartyDraft("申请人", uow.add(Person(name="孙小芳")).id)
    joined, linked, day = add_party(uow, case, party), link(uow, case, kind.code, other), date(2026, 12, 31)
    return {
        "cases.open": (kind, draft),
        "cases.change": (case, draft),
        "cases.assign": (case, colleague),
        "cases.let_see": (case, colleague),
        "cases.stop_seeing": (case, colleague),
        "cases.note": (case, "来电"),
        "cases.set_number": (case, "7"),
        "cases.give_number": (case,),
        "cases.move": (case, "close"),
        "cases.link": (other, kind.code, case),
        "cases.unlink": (case, linked),
        "cases.add_party": (other, party),
        "cases.remove_party": (case, joined),
        "cases.set_parties": (case, ()),
        "cases.start_clock": (case, "more"),
        "cases.start_clock_until": (case, "x", "X", day),
        "cases.pause_clock": (case, "answer", "鉴定"),
        "cases.resume_clock": (case, "answer"),
        "cases.extend_clock": (case, "answer", day, "双方同意"),
        "cases.stop_clock": (case, "answer"),
        "cases.set_clock": (case, "step", "—", day),
    }


@pytest.mark.parametrize("name", [name for name in OPEN if TABLE["open"].get(name) == "kind"])
def test_verbs_of_a_matter_ask_for_the_rights_its_kind_names(name, factory, actor, kind):
    with factory.writing(actor) as uow:
        args = matters(uow, kind)[name]
    assert not refused(factory, somebody(*WRITER), VERBS[name], *args)
    assert refused(factory, somebody("trial.read", "trial.close"), VERBS[name], *args)
    everything_else = declared_rights() | {"trial.close"}
    if name == "cases.open":
        assert refused(factory, somebody(*everything_else), VERBS[name], *args)
        return
    with pytest.raises(NotFound), factory.writing(somebody(*everything_else)) as uow:  # it is not even there
        function(VERBS[name])(uow, *args)


def test_a_move_may_ask_for_a_right_of_its_own(factory, actor, kind):
    with factory.writing(actor) as uow:
        args = matters(uow, kind)["cases.move"]
    assert refused(factory, somebody("trial.read", "trial.write"), VERBS["cases.move"], *args)


@pytest.fixture
def register():
    table = Table("trial.book", "Books", "Book", (TableField("name", "Name"),), "trial.read", "trial.write", ("name",))
    matter = replace(table, code="trial.matter", case=True)
    use_registers([table, matter])
    yield table
    use_registers(())


@pytest.mark.parametrize("name", [name for name in OPEN if TABLE["open"].get(name) == "register"])
def test_verbs_of_a_declared_register_ask_for_the_rights_it_names(name, factory, actor, kind, register):
    from desk.core.tables.service import MoveDraft, RecordDraft, save_record

    with factory.writing(actor) as uow:
        book = save_record(uow, RecordDraft("trial.book", {"name": "甲"}))
        matter = save_record(uow, RecordDraft("trial.matter", {"name": "乙"}))
    args = {"tables.save": (RecordDraft("trial.book", {"name": "丙"}),), "tables.remove": ("trial.book", book, "误登"),
            "tables.put_back": ("trial.book", book), "tables.reveal": ("trial.book", book, "name"),
            "tables.move": (MoveDraft("trial.matter", matter, "close"),)}[name]
    assert not refused(factory, somebody(*WRITER), VERBS[name], *args)
    assert refused(factory, somebody(*declared_rights()), VERBS[name], *args)
    if name != "tables.reveal":
        assert refused(factory, somebody("trial.read"), VERBS[name], *args)


def test_a_masked_value_of_what_a_removed_plugin_left_asks_for_the_right_that_was_kept(factory, actor, kind):
    with factory.writing(actor) as uow:
        matter = open_case(uow, "trial.matter", CaseDraft(title="甲"))
    own = Case.__table__.alias("left_matter")
    use_leftovers([LeftTable("trial", "trial.matter", "Matter", "trial.read", (LeftColumn("title", "Title", "text"),), own,
                             matters=True, bare=True)])
    args = ("trial.matter", matter, "title")
    assert TABLE["open"]["plugins.reveal"] == "left"
    assert not refused(factory, somebody("trial.read"), VERBS["plugins.reveal"], *args)
    assert refused(factory, somebody(*declared_rights()), VERBS["plugins.reveal"], *args)
    use_leftovers(())
