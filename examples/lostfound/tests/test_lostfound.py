"""A thing's way home, and what stops it."""
import pytest

from desk.api import UserError
from plugins.lostfound.pages import card, sentence
from plugins.lostfound.service import hand_out, register


def test_a_thing_is_numbered_and_goes_home_to_whoever_shows_a_paper(writing, reading):
    with writing() as uow:
        item = register(uow, {"what": "黑色雨伞", "place": "办事大厅3号窗口", "finder": "何苗"})
    with pytest.raises(UserError), writing() as uow:
        hand_out(uow, {"id": item, "owner": "欧阳䶮", "seen": False})
    with writing() as uow:
        hand_out(uow, {"id": item, "owner": "欧阳䶮", "seen": True})
    with reading() as uow:
        assert card(uow, item).number == "和平招领〔2026〕1号"
        assert sentence(uow) == "0 件待认领，1 件已发还"
