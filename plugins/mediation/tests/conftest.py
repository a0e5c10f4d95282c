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


class Room:
    """Shortcuts through the room's verbs, each in a transaction of its own; dates are the clock's today unless told."""

    def __init__(self, writing, reading, clock):
        self.writing, self.reading, self.clock = writing, reading, clock

    @property
    def today(self):
        return self.clock.today()

    def do(self, verb, *args):
        with self.writing() as uow:
            return verb(uow, *args)

    def see(self, query, *args):
        with self.reading() as uow:
            return query(uow, *args)

    def file(self, dispute):
        from plugins.mediation.queries import get_file

        return self.see(get_file, dispute)

    def state(self, dispute):
        return self.file(dispute).case.state

    def parties(self, dispute):
        return [party.id for party in self.file(dispute).parties]

    def register(self, *parties, **more):
        from plugins.mediation.drafts import DisputeDraft, PartyDraft
        from plugins.mediation.service.intake import save_dispute

        parties = parties or (PartyDraft("applicant", name="龚桂兰"), PartyDraft("respondent", name="欧阳䶮"))
        given = {"summary": "602室漏水至502室。", "requests": ("修复防水层;",), "category": "neighbour",
                 "applied_on": self.today} | more
        return self.do(save_dispute, DisputeDraft(parties=parties, **given))

    def accept(self, dispute=None, **more):
        from plugins.mediation.drafts import AcceptanceDraft
        from plugins.mediation.service.acceptance import accept_dispute

        given = {"accepted_on": self.today, "mediators": ("沈建国",), "recorder": "何苗", "rights_told_on": self.today} | more
        return self.do(accept_dispute, AcceptanceDraft(dispute or self.register(), **given))

    def hold(self, dispute, outcome="agreed", **more):
        from datetime import timedelta

        from plugins.mediation.drafts import SessionDraft
        from plugins.mediation.service.sessions import save_session

        given = {"ended_at": self.clock.now(), "place": "人民调解室", "record": "双方陈述事实。", "mediators": ("沈建国",),
                 "recorder": "何苗", "present": tuple(self.parties(dispute))} | more
        return self.do(save_session, SessionDraft(dispute, self.clock.now() - timedelta(hours=1), outcome=outcome, **given))

    def draft(self, dispute, **more):
        from plugins.mediation.drafts import AgreementDraft
        from plugins.mediation.service.agreements import draft_agreement

        given = {"facts": "渗漏原因为602室防水破损。", "clauses": ("修复防水层;",), "performance": "七日内完成。",
                 "made_on": self.today, "mediators": ("沈建国",), "recorder": "何苗"} | more
        return self.do(draft_agreement, AgreementDraft(dispute, **given))

    def sign(self, dispute, agreement, days=None, mediator=None, seal=None, **more):
        from plugins.mediation.drafts import SigningDraft
        from plugins.mediation.service.signing import sign_agreement

        parties = self.parties(dispute)
        days = days or [self.today] * len(parties)
        return self.do(sign_agreement, SigningDraft(agreement, tuple(zip(parties, days, strict=True)), mediator or self.today,
                                                    seal or self.today, **more))

    def sealed(self, dispute=None, **more):
        """A case whose agreement is signed and sealed today: (dispute, agreement)."""
        dispute = dispute or self.accept()
        self.hold(dispute)
        agreement = self.draft(dispute, **more)
        self.sign(dispute, agreement)
        return dispute, agreement


@pytest.fixture
def room(writing, reading, clock):
    return Room(writing, reading, clock)
