"""A sheet with two criteria: residents count 60, colleagues 40. Marks are whole hundredths of a point."""

from desk.api.score_sheets import POINT, Band, Criterion, Role, Sheet


def test_a_sheet_knows_its_maximum():
    sheet = Sheet("example.sheet", "楼栋长评议表", (
        Criterion("fair", "公正", 60 * POINT), Criterion("quick", "及时", 40 * POINT)),
        roles=(Role("residents", "居民代表", 60), Role("peers", "同事", 40)), bands=(Band("优秀", 90 * POINT),))
    assert sheet.maximum == 100 * POINT
