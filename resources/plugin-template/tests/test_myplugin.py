"""A matter is registered, numbered and finished."""

from desk.api.cases import get_case, move_case
from plugins.myplugin.service import register


def test_a_matter_is_numbered_and_finished(writing, reading):
    with writing() as uow:
        matter = register(uow, {"title": "试办事项"})
        move_case(uow, matter, "finish")
    with reading() as uow:
        case = get_case(uow, matter)
    assert case.number.endswith("1号")
    assert case.closed
