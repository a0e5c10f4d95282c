"""Forms that were begun and not saved, after a crash or a busy morning: offered on the home page to the same person only.

A form's id is the id of the entry that opens it; a draft whose form is gone (its plugin is off) waits until it is back.
"""

from desk.core.cases.kinds import Tone
from desk.core.clock import hall_time
from desk.core.i18n import _, translator
from desk.host.specs import HomeItem
from desk.shell.context import HouseContext
from desk.shell.drafts import Draft
from desk.shell.jobs import JobContext

MOST = 5


def read_drafts(_context: JobContext, ctx: HouseContext) -> list[HomeItem]:
    """The newest drafts as lines of the home page; runs in a worker."""
    found = (_item(draft, ctx) for draft in ctx.drafts.list_all())
    return [item for item in found if item is not None][:MOST]


def _item(draft: Draft, ctx: HouseContext) -> HomeItem | None:
    given = ctx.desk.contributions.nav.find(draft.form_id)
    if given is None or not ctx.may(given.item.permission):
        return None
    try:
        form = ctx.desk.resolve(given.plugin_id, given.item.view)
    except Exception:  # noqa: BLE001 - whatever a plugin raises: its page will say so when it is opened
        return None
    title = translator(given.plugin_id)(getattr(form, "title", "") or given.item.title)
    kept = _("Kept {time}").format(time=f"{hall_time(draft.at):%Y-%m-%d %H:%M}")
    args = {"record_id": draft.record_id} if draft.record_id is not None else {}
    return HomeItem(title, kept, tone=Tone.WAITING, entry=draft.form_id, args=args)
