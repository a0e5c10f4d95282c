"""Declarations that are accepted and raise when used, and three that core would refuse."""

from desk.api import CardSpec, CaseKind, Move, PaperSpec, SeriesSpec, State, hookimpl


def card(uow):
    yield 1
    raise ZeroDivisionError


def missing(uow, case_id):
    raise SystemExit(1)


@hookimpl
def desk_home_cards():
    return [CardSpec("brokeninside.card", "Card", card)]


@hookimpl
def desk_case_kinds():
    states = (State("open", "Open"), State("closed", "Closed", final=True))
    return [CaseKind("brokeninside.sound", "Sound", states, (Move("close", "Close", ("open",), "closed"),), missing=missing),
            CaseKind("brokeninside.torn", "Torn", states, (Move("close", "Close", ("opne",), "closed"),))]


@hookimpl
def desk_number_series():
    return [SeriesSpec("brokeninside.series", "Series", "{yaer}{serial}")]


@hookimpl
def desk_papers():
    return [PaperSpec("brokeninside.paper", "Paper", "x", "plugins.brokeninside.a:b", "plugins.brokeninside.a:c",
                      modes=("golden",))]


@hookimpl
def desk_indexers():
    from plugins.brokeninside.models import Thing

    from desk.api.people import Indexer

    def documents(uow, ids):
        raise ZeroDivisionError

    def of_people(uow, ids):
        from sqlalchemy import text

        return uow.session.execute(text("SELECT nothing FROM nowhere")).scalars()

    return [Indexer("brokeninside.thing", Thing, documents, {"person": of_people, "good.note": of_people})]
