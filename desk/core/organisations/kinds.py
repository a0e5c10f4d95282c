"""Kinds of organisations and the posts people hold, as data (catalogue 2 and 73)."""

from desk.core.i18n import N_

ORGANISATION_KINDS: dict[str, str] = {
    "government": N_("Government department"), "street_office": N_("Street office"),
    "community_body": N_("Community body"), "party": N_("Party organisation"),
    "social": N_("Social organisation"), "property": N_("Property company"),
    "owners_committee": N_("Owners' committee"), "school": N_("School"), "hospital": N_("Hospital"),
    "police": N_("Police station"), "court": N_("Court"), "enterprise": N_("Enterprise"), "shop": N_("Shop"),
    "charity": N_("Charity"), "other": N_("Other organisation"),
}
"""code → title (translate)."""

POSTS: tuple[str, ...] = (
    "社区书记", "社区主任", "社区工作者", "网格长", "网格员", "楼栋长", "单元长", "人民调解员", "民情联络员", "居民代表",
    "业主委员会主任", "业主委员会委员", "物业项目经理", "社区民警", "法律顾问", "志愿服务队队长",
)
"""Posts offered when one is typed; any other may be written."""
