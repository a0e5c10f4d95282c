"""Usual headings match without a question; what does not match is said."""

import pytest

from desk.core.errors import UserError
from desk.core.exchange.columns import (
    FieldIndex,
    ImportField,
    match_columns,
    plain_heading,
    remember,
    require_columns,
    row_reader,
)

FIELDS = (
    ImportField("name", "Name", ("姓名", "名字"), required=True),
    ImportField("id_number", "ID number", ("身份证号", "身份证号码", "证件号码"), kind="id_number"),
    ImportField("phone", "Phone", ("联系电话", "手机号", "手机", "电话"), kind="phone"),
)


def matched(*labels: str, chosen: dict[str, int] | None = None, remembered: dict[str, str] | None = None):
    return match_columns(labels, FieldIndex(FIELDS, remembered), chosen)


@pytest.mark.parametrize("heading", [
    "姓名", " 姓 名 ", "姓名*", "* 姓名(必填)", "居民姓名", "姓名:", "【姓名】", "姓名1"])
def test_variants_of_a_heading(heading: str) -> None:
    assert matched(heading).columns == {"name": 0}


@pytest.mark.parametrize("heading", ["户主姓名", "监护人姓名", "紧急联系人电话", "配偶身份证号", ""])
def test_somebody_elses_columns_are_not_taken(heading: str) -> None:
    assert matched(heading).columns == {}


def test_the_better_heading_wins_and_the_other_is_named() -> None:
    match = matched("电话", "姓名", "联系电话")
    assert match.columns == {"phone": 2, "name": 1}
    assert match.unused == ("电话",)
    assert not match.doubtful


def test_two_equal_headings_are_doubtful() -> None:
    match = matched("姓名", "手机", "手机")
    assert match.columns["phone"] == 1
    assert match.doubtful == {"phone": (1, 2)}


def test_what_the_user_chose_wins_and_is_remembered() -> None:
    labels = ("花名", "姓名")
    match = matched(*labels, chosen={"name": 0, "phone": -1})
    assert match.columns == {"name": 0}
    again = matched(*labels, remembered=remember(match, labels))
    assert again.columns == {"name": 0}


def test_missing_column_names_wanted_and_found() -> None:
    labels = ("序号", "联系电话")
    match = matched(*labels)
    assert match.missing == ("name",)
    with pytest.raises(UserError, match="序号、联系电话"):
        require_columns(match, labels, FieldIndex(FIELDS))


def test_short_rows_read_as_empty() -> None:
    read = row_reader(matched("姓名", "身份证号", "手机"))
    assert read(["程秋月"]) == {"name": "程秋月", "id_number": "", "phone": ""}


def test_plain_heading_keeps_a_heading_that_is_all_brackets() -> None:
    assert plain_heading("(姓名)") == "姓名"
