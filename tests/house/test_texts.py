"""The Chinese is complete, keeps the placeholders of the English, and does not shout."""

from tools import texts
from tools.house import catalogues


def test_every_text_has_its_chinese_and_nothing_is_stale():
    assert texts.problems() == []


def test_placeholders_survive_translation():
    for _folder, po in texts.domains().values():
        messages = [(message.id, message.string) for message in texts.read(po) if message.id]
        assert catalogues.broken(messages) == []


def test_a_broken_translation_is_found():
    assert catalogues.broken([("Saved {name}", "已保存")])
    assert catalogues.broken([("Saved {name}", "已保存 {名}")])
    assert catalogues.broken([(("{n} case", "{n} cases"), ("件",))])
    assert catalogues.broken([("Saved", "已保存\uff01")])
    assert catalogues.broken([("Saved {name}", "已保存 {name")])
    assert catalogues.broken([("Saved {name:>3}", "{name} 已保存"), (("{n} case", "{n} cases"), ("{n} 件",))]) == []
