"""Which court may be asked to confirm an agreement, as data: 民事诉讼法 第二百零五条 (rules 1.3, SURE)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from desk.api import N_
from plugins.mediation.law import RULES


@dataclass(frozen=True, slots=True)
class Forum:
    """A ground of jurisdiction. needs: what the record must hold for it: "invitation", "address", "place", "" nothing.

    lacking: the sentence she reads when it does not.
    """

    code: str
    title: str
    needs: str = ""
    lacking: str = ""
    valid_from: date = RULES["forum"].valid_from
    valid_to: date | None = None


INVITED, OWN = "invited", "organisation"

FORUMS: tuple[Forum, ...] = (
    Forum(OWN, "调解组织所在地基层人民法院"),
    Forum("domicile", "当事人住所地基层人民法院", "address",
          N_("No party's address is known: enter one, or choose another ground.")),
    Forum("object", "标的物所在地基层人民法院", "place",
          N_("The place of the dispute is not entered: enter it, or choose another ground.")),
    Forum(INVITED, "作出邀请的人民法院", "invitation",
          N_("No court has invited this mediation: enter its matter first, or choose another ground.")),
    Forum("intermediate", "相应的中级人民法院(纠纷依法由其管辖)"),
)


def forums_on(day: date) -> tuple[Forum, ...]:
    """The grounds in force on a day."""
    return tuple(one for one in FORUMS if one.valid_from <= day and (one.valid_to is None or day <= one.valid_to))


def forum_choices() -> tuple[tuple[str, str], ...]:
    """For a form."""
    return tuple((one.code, one.title) for one in FORUMS)


def find_forum(code: str, day: date) -> Forum | None:
    """The ground of that code in force on a day."""
    return next((one for one in forums_on(day) if one.code == code), None)


def lacking(forum: Forum, known: Iterable[str]) -> str:
    """The sentence about what the record lacks for this ground, "" when it stands."""
    return forum.lacking if forum.needs and forum.needs not in set(known) else ""
