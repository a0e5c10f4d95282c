"""However a list is scrolled, every block holds exactly the rows of its place, asked for in a way that is quick."""

from hypothesis import given
from hypothesis import strategies as st

from desk.core.db.paging import Page, PageRequest
from desk.shell.kit.blocks import Blocks


def answer(ids, request):
    ids = ids[::-1] if request.backwards else ids
    start = (ids.index(request.after[0]) + 1 if request.after is not None else 0) + request.offset
    found = ids[start:start + request.size]
    more = start + request.size < len(ids)
    return Page(found[::-1] if request.backwards else found, (found[-1],) if more else None)


@given(total=st.integers(1, 95), visits=st.lists(st.integers(0, 9), max_size=30), kept=st.integers(1, 4),
       long=st.sampled_from([0, 1_000]))
def test_every_way_of_asking_gives_the_rows_of_the_place(total, visits, kept, long):
    ids, blocks = [number * 7 for number in range(total)], Blocks(size=10, kept=kept, long=long)
    for number in visits:
        if number * 10 >= total or not blocks.lacks(number):
            continue
        request = blocks.request(number, total, PageRequest())
        blocks.put(number, request, answer(ids, request))
        assert [blocks.row(place) for place in range(number * 10, min(total, number * 10 + 10))] \
            == ids[number * 10:number * 10 + 10]


def test_neighbours_are_asked_for_by_key_and_far_ones_from_the_nearer_end():
    blocks, base = Blocks(size=10), PageRequest(text="x")
    assert blocks.request(9, 95, base).backwards
    assert blocks.request(9, 95, base).size == 5
    assert blocks.request(2, 95, base).offset == 20
    assert blocks.request(7, 95, base) == PageRequest(size=10, text="x", offset=15, backwards=True)
    blocks.put(0, blocks.request(0, 95, base), Page(list(range(10)), (9,)))
    assert blocks.request(1, 95, base) == PageRequest(size=10, text="x", after=(9,))


def test_in_a_very_long_list_the_way_is_from_where_one_has_been():
    blocks, base, total = Blocks(size=10, long=90), PageRequest(), 1_000
    blocks.put(40, PageRequest(size=10, offset=400), Page(list(range(400, 410)), (409,)))
    blocks.put(70, PageRequest(size=10, offset=290, backwards=True), Page(list(range(700, 710)), (700,)))
    assert blocks.request(41, total, base) == PageRequest(size=10, after=(409,))
    assert blocks.request(45, total, base) == PageRequest(size=10, after=(409,), offset=40)
    assert blocks.request(66, total, base) == PageRequest(size=10, after=(700,), offset=30, backwards=True)
    assert blocks.request(5, total, base) == PageRequest(size=10, offset=50)
    assert blocks.request(97, total, base) == PageRequest(size=10, offset=20, backwards=True)
    blocks.outdate()
    assert blocks.request(45, total, base) == PageRequest(size=10, offset=450)


def test_what_is_outdated_is_still_shown_and_asked_for_again():
    blocks = Blocks(size=10)
    blocks.put(0, PageRequest(size=10), Page([1, 2], None))
    blocks.outdate()
    assert blocks.row(1) == 2
    assert blocks.lacks(0)
    assert blocks.held() == []
