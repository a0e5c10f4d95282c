"""A form and a record are declared; the desk paints them, checks what must be filled in, and moves between them."""

from desk.api.pages import Fact, FactSection, Field, FormSpec, NextAct, RecordCard, Section


def save_lamp(uow, draft):
    """A verb of the plugin."""
    return 1


LAMP_FORM = FormSpec("example.lamp_form", "登记路灯", (Section("路灯", (
    Field("place", "位置", "text", required=True), Field("seen_on", "发现日期", "date"))),),
    save=save_lamp, after="example.lamp")


def lamp_card(_uow, record_id):
    """What the record's page shows: where it stands, what to do next."""
    return RecordCard(id=record_id, number="", title="3号楼前路灯不亮", state=None, holder=None,
                      acts=(NextAct("登记修复", "example.mend_form", {"record_id": record_id}, main=True),),
                      sections=(FactSection("路灯", (Fact("位置", "3号楼前"),)),))


def test_what_must_be_filled_in_is_declared():
    assert [field.name for section in LAMP_FORM.sections for field in section.fields if field.required] == ["place"]
    assert [act.title for act in lamp_card(None, 7).acts if act.main] == ["登记修复"]
