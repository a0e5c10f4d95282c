"""What the mediation room's tests stand on: its kind of case and number series declared, two residents and a unit."""

import pytest

from desk.testing.declared import declare_plugin


@pytest.fixture(autouse=True)
def declared():
    """Kinds and series as a running desk knows them."""
    declare_plugin("mediation")


@pytest.fixture
def two_people(writing):
    """Ids of two registered residents."""
    from desk.api.people import PersonDraft, PhoneDraft, register_person

    with writing() as uow:
        return [register_person(uow, PersonDraft(name=name, sex=sex, birth=birth, address=f"翠湖花园3幢2单元{door}室",
                                                 phones=(PhoneDraft(phone),), reason="试"))
                for name, sex, birth, door, phone in (("龚桂兰", "2", "1964-03-07", "502", "13800000001"),
                                                      ("欧阳䶮", "1", "1985-07-01", "602", "13900000002"))]
