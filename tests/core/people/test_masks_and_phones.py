"""Masks and telephone numbers."""

import pytest

from desk.core.errors import UserError
from desk.core.people.masks import mask_address, mask_name, mask_number, mask_phone
from desk.core.people.phones import clean_phone, examine_phone, is_mobile


def test_masks():
    assert mask_number("420102199001011234") == "4201**********1234"
    assert mask_number("E12345678") == "E1*****78"
    assert mask_number("12") == "**"
    assert mask_phone("13812345678") == "138****5678"
    assert mask_phone("027-81234567") == "027-****4567"
    assert mask_phone("110") == "110"
    assert mask_name("张晓明") == "张*"
    assert mask_name("欧阳小雨") == "欧阳*"
    assert mask_name("阿依古丽·买买提") == "阿依古丽·*"
    assert mask_name("John Smith") == "John *"
    assert mask_name("张") == "*"
    assert mask_name("") == ""
    assert mask_address("翠湖花园12幢1单元1502室") == "翠湖花园***"


@pytest.mark.parametrize(("typed", "kept"), [
    ("138 1234 5678", "13812345678"), ("+86 138-1234-5678", "13812345678"), ("\uff11\uff13812345678", "13812345678"),
    ("\uff08027\uff09 81234567", "02781234567"), ("027—81234567", "027-81234567"), ("+852 2345 6789", "+85223456789"),
])
def test_phones_are_cleaned(typed, kept):
    assert clean_phone(typed) == kept
    assert all(check.ok for check in examine_phone(kept))


@pytest.mark.parametrize("number", ["1381234567", "12812345678", "张三"])
def test_odd_phones_are_asked_about(number):
    assert not examine_phone(clean_phone(number))[0].ok


@pytest.mark.parametrize("number", ["12345", "110", "400-800-1234", "81234567", "0514-81234567-12"])
def test_fixed_and_service_numbers(number):
    assert examine_phone(clean_phone(number))[0].ok
    assert not is_mobile(number)


def test_empty_is_refused():
    with pytest.raises(UserError):
        clean_phone(" ")
