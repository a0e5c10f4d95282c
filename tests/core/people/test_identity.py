"""Identity papers as evidence: the vectors of the standards and synthetic ones (no number belongs to a person)."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.core.errors import UserError
from desk.core.people.dates import PartialDate
from desk.core.people.identity import card_years, check_character, clean_number, convert_15, examine
from desk.core.people.identity_kinds import KINDS, guess_kind
from desk.core.people.uscc import clean_uscc, examine_uscc, kind_of

ON = date(2026, 11, 5)


def names(findings):
    return [check.name for check in findings.warnings]


@pytest.mark.parametrize(("number", "warnings"), [
    ("11010519491231002X", []),
    ("440524188001010014", ["age"]),
    ("110105194912310029", ["check_digit"]),
    ("11010519490231002X", ["check_digit", "birth"]),
    ("99010519491231002X", ["check_digit", "region"]),
    ("1101051949123100", ["form"]),
])
def test_citizen_numbers(number, warnings):
    assert names(examine("id_card", number, on=ON)) == warnings


def test_the_number_says_birth_sex_and_region():
    found = examine("id_card", " 11010519491231002x ", on=ON)
    assert found.ok
    assert (found.number, found.birth, found.sex, found.region) == (
        "11010519491231002X", date(1949, 12, 31), "2", "北京市")
    assert examine("id_card", "44052418800101001 4", on=ON).sex == "1"


def test_birth_in_the_future_is_a_warning():
    first = "11010520300101001"
    assert names(examine("id_card", first + check_character(first), on=ON)) == ["future"]


def test_form_and_number_are_compared():
    number = "11010519491231002X"
    assert examine("id_card", number, on=ON, birth=PartialDate(1949), sex="2").ok
    assert examine("id_card", number, on=ON, birth="1949-12", sex="0").ok
    assert names(examine("id_card", number, on=ON, birth=date(1949, 12, 30), sex="1")) == ["birth_agrees", "sex_agrees"]


def test_fifteen_digits_are_converted():
    found = examine("id_card", "110105491231002", on=ON)
    assert found.suggestion == convert_15("110105491231002") == "11010519491231002X"
    assert names(found) == ["old_number"]
    assert (found.birth, found.sex) == (date(1949, 12, 31), "2")


@pytest.mark.parametrize("number", ["810000199003070015", "820000198512150029", "830000197801010011"])
def test_residence_permits(number):
    assert examine("residence_permit", number, on=ON).ok
    assert guess_kind(number) == "residence_permit"
    found = examine("id_card", number, on=ON)
    assert names(found) == ["kind"]
    assert found.better_kind == "residence_permit"


@pytest.mark.parametrize(("kind", "number", "fine"), [
    ("permanent_residence", "931156198801010018", True),
    ("permanent_residence", "931156198801010017", False),
    ("permanent_residence", "USA310012345678", True),
    ("hk_macao_pass", "H12345678", True),
    ("hk_macao_pass", "m1234567801", True),
    ("hk_macao_pass", "12345678", False),
    ("taiwan_pass", "12345678", True),
    ("taiwan_pass", "1234567890A", True),
    ("passport", "EA1234567", True),
    ("passport", "X 99-77", True),
    ("officer_card", "字第001号", True),
    ("birth_certificate", "P420000001", True),
    ("birth_certificate", "420000001", False),
])
def test_other_papers(kind, number, fine):
    assert examine(kind, number, on=ON).ok is fine


def test_permanent_residence_says_the_birth_date():
    assert examine("permanent_residence", "931156198801010018", on=ON).birth == date(1988, 1, 1)


def test_no_number_wants_a_reason_and_only_empty_or_endless_is_refused():
    assert names(examine("none", "", on=ON)) == ["number_given"]
    for kind, number in (("id_card", " "), ("passport", "9" * 61), ("sheep", "1")):
        with pytest.raises(UserError):
            examine(kind, number, on=ON)


def test_full_width_digits_are_folded():
    assert clean_number("id_card", "\uff11\uff11010519491231002\uff58") == "11010519491231002X"


@given(st.sampled_from(sorted(KINDS)), st.text(min_size=1, max_size=60))
def test_nothing_typed_breaks_the_look(kind, number):
    try:
        found = examine(kind, number, on=ON)
    except UserError:
        return
    assert all(check.sentence for check in found.warnings)
    assert all(found.number not in sentence for sentence in found.sentences if len(found.number) > 8)


@given(st.dates(date(1900, 1, 1), date(2026, 1, 1)), st.integers(0, 999), st.integers(0, 16), st.integers(1, 9))
def test_one_wrong_digit_is_always_noticed(birth, sequence, place, off):
    first = f"420106{birth:%Y%m%d}{sequence:03d}"
    number = first + check_character(first)
    assert examine("id_card", number, on=ON).ok or birth < date(1906, 11, 6)
    wrong = number[:place] + str((int(number[place]) + off) % 10) + number[place + 1:]
    assert not examine("id_card", wrong, on=ON).ok


def test_codes_and_years():
    assert KINDS["id_card"].code == "111"
    assert KINDS["hk_macao_pass"].code == "516"
    assert [card_years(age) for age in (15, 16, 25, 26, 45, 46)] == [5, 10, 10, 20, 20, 0]


def test_credit_codes():
    assert all(check.ok for check in examine_uscc(clean_uscc("9135 0100-m000100y43")))
    assert all(check.ok for check in examine_uscc("54420102123456788T"))
    assert kind_of("54420102123456788T") == "居民委员会"
    assert [check.ok for check in examine_uscc("91350100M000100Y44")] == [True, False, True]
    assert [check.ok for check in examine_uscc("420102000123456")] == [False]
