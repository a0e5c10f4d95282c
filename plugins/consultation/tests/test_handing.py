"""Topics and matters that are another module's go there, stay tied to what came of them, and come back answered."""

from dataclasses import replace
from datetime import timedelta

import pytest

from desk.api import Handed, NotAllowed, Taker, UserError
from desk.api.cases import get_case, hand_over, list_links, list_takers
from desk.api.figures import read_table
from desk.api.meetings import GatheringDraft, MinutesDraft
from desk.api.statistics import period_of
from desk.testing.declared import declare_items
from plugins.consultation.classes import class_choices, class_titles
from plugins.consultation.documents import routing
from plugins.consultation.documents.loading_more import load_routing
from plugins.consultation.drafts import ClassesDraft, ClassRow, HandDraft, RaiserDraft, TopicDraft
from plugins.consultation.drafts_bodies import HeldDraft, MatterDraft
from plugins.consultation.figures.tables import TABLES
from plugins.consultation.kinds import TOPIC
from plugins.consultation.pages.handing import CLASSES_FORM, HAND_MATTER_FORM, HAND_TOPIC_FORM
from plugins.consultation.pages.meetings import load
from plugins.consultation.pages.record import load as load_topic
from plugins.consultation.queries import get_file
from plugins.consultation.queries_matters import list_matters_of
from plugins.consultation.service.classes import save_classes
from plugins.consultation.service.gatherings import call, hold, settle_matter
from plugins.consultation.service.handing import hand_matter, hand_topic
from plugins.consultation.service.topics import save_topic

taken: list[Handed] = []


def take(_uow, handed):
    """A module of the test's own, that takes everything."""
    taken.append(handed)
    return 70 + len(taken)


@pytest.fixture(autouse=True)
def takers(declared):
    """Another module is switched on, and one that the signed-in person may not write to."""
    taken.clear()
    here = f"{__name__}:take"
    with declare_items(takers=(
            Taker("other.case", "其他业务", here, "other.case", "other.case", "consultation.topic.write"),
            Taker("secret.case", "保密业务", here, "secret.case", "secret.case", "secret.write"))):
        yield


def point(uow, *matters):
    made = call(uow, GatheringDraft("talk_point", "居民说事", uow.clock.now() - timedelta(hours=1), place="居民说事室"))
    hold(uow, HeldDraft(MinutesDraft(made, heads=2), matters))
    return made


def test_a_topic_of_another_module_goes_there_and_who_raised_it_is_told(writing, reading):
    with writing() as uow:
        topic = save_topic(uow, TopicDraft("楼上漏水", "多次协商未果", scope="3号楼", raisers=(
            RaiserDraft("龚桂兰", contact="13800000001"),)))
    with reading() as uow:
        assert "consultation.hand_topic_form" in [act.entry for act in load_topic(uow, topic).acts]
        field = next(one for one in HAND_TOPIC_FORM.sections[0].fields if one.name == "taker")
        assert "consultation.topic" not in dict(field.choices(uow)), "a topic is not handed to its own module"
        values = HAND_TOPIC_FORM.load(uow, topic)
    with pytest.raises(UserError) as refused, writing() as uow:
        hand_topic(uow, HAND_TOPIC_FORM.make_draft(values))
    assert refused.value.field == "reason"
    with writing() as uow:
        hand_topic(uow, HAND_TOPIC_FORM.make_draft(values | {"taker": "other.case", "reason": "属于邻里纠纷。"}))
    with reading() as uow:
        file, links = get_file(uow, topic), list_links(uow, TOPIC, topic)
    assert (file.case.state, file.reply) == ("handed", "已转其他业务办理。属于邻里纠纷。")
    assert [(one.kind, one.record_id, one.meaning) for one in links] == [("other.case", 71, "handed")]
    assert (taken[0].who, taken[0].contact, taken[0].place, taken[0].source_id) == ("龚桂兰", "13800000001", "3号楼", topic)
    with pytest.raises(UserError), writing() as uow:
        hand_topic(uow, HandDraft(topic, "other.case", "再转一次"))


def test_a_matter_of_a_talk_point_is_routed_as_it_is_written_down_and_answered_later(writing, reading, printed):
    with pytest.raises(UserError), writing() as uow:
        point(uow, MatterDraft("楼上漏水", who="吕燕"))  # neither settled nor routed
    with writing() as uow:
        meeting = point(uow, MatterDraft("楼上漏水", who="吕燕", taker="other.case"),
                        MatterDraft("希望增设晾衣架", taker="consultation.topic"))
    with reading() as uow:
        leak, rack = list_matters_of(uow, meeting)
        acts = load(uow, meeting).acts
        sheet = printed(routing.build_routing(load_routing(uow, leak.id)))
    assert (leak.outcome, leak.does, leak.handed_kind, leak.handed_id) == ("passed", "其他业务", "other.case", 71)
    assert (taken[0].source_kind, taken[0].source_id) == ("gathering", meeting)
    assert (rack.outcome, rack.topic_id) == ("topic", rack.handed_id)
    assert ("other.case", {"record_id": 71}) in [(act.entry, act.args) for act in acts]
    assert all(words in sheet for words in ("其他业务", "楼上漏水", "居民说事,居民说事室", "回执"))
    with pytest.raises(UserError), writing() as uow:
        hand_matter(uow, HAND_MATTER_FORM.make_draft({"record_id": leak.id, "taker": "other.case"}))
    with writing() as uow:
        settle_matter(uow, MatterDraft(leak.text, id=leak.id, outcome="solved", answer="已调解,楼上承担维修。", does=leak.does))
    with reading() as uow:
        assert list_matters_of(uow, meeting)[0].handed_id == 71, "the answer does not untie it"
        assert get_case(uow, rack.topic_id).title == "希望增设晾衣架"


def test_only_modules_one_may_write_to_are_offered(factory, actor):
    clerk = replace(actor, all_rights=False, permissions=frozenset({"consultation.topic.write"}))
    with factory.reading(clerk) as uow:
        assert [one.id for one in list_takers(uow)] == ["consultation.topic", "other.case"]
    with pytest.raises(NotAllowed), factory.writing(clerk) as uow:
        hand_over(uow, "secret.case", Handed("事项", "内容"))
    assert taken == []
    with pytest.raises(UserError) as refused, factory.writing(clerk) as uow:
        hand_over(uow, "gone.module", Handed("事项", "内容"))
    assert refused.value.field == "taker"


def test_classes_are_renamed_added_and_taken_out_of_use(writing, reading, clock):
    with writing() as uow:
        old = save_topic(uow, TopicDraft("广场舞", field="health"))
    with reading() as uow:
        values = CLASSES_FORM.load(uow, None)
    rows = [row for row in values["rows"] if row["code"] != "health"]
    rows[0]["title"] = "党建引领"
    rows.append({"title": "适老化改造", "active": True})
    for wrong in ([{"title": "一"}, {"title": "一"}], [{"title": "一", "active": False}], []):
        with pytest.raises(UserError), writing() as uow:
            save_classes(uow, CLASSES_FORM.make_draft({"rows": wrong}))
    with writing() as uow:
        assert save_classes(uow, CLASSES_FORM.make_draft({"rows": rows})) == 6
        save_topic(uow, TopicDraft("加装扶手", field="own1"))
    with reading() as uow:
        offered, titles = class_choices(uow), class_titles(uow)
        view = read_table(uow, next(one for one in TABLES if one.code == "consultation.fields"),
                          period_of(clock.today(), "year"))
        assert "公共卫生" in load_topic(uow, old).subtitle
    assert [title for _code, title in offered] == [
        "—", "党建引领", "民主自治", "社区管理", "民生服务", "社区治安", "适老化改造"]
    assert titles["health"] == "公共卫生"
    assert [line.title for line in view.rows][5] == "适老化改造"
    with writing() as uow:
        save_classes(uow, ClassesDraft((ClassRow("适老化改造", "own1"), ClassRow("公共卫生", "health"))))
    with reading() as uow:
        assert [code for code, _title in class_choices(uow)] == ["", "own1", "health"]

