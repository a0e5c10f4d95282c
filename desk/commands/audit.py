"""desk audit verify [--anchor CODE]: is the trail whole, and does a printed anchor still stand in it?

desk audit list [--last N]: who did what, newest first.
"""

import argparse
from typing import Any

from desk.commands.call import DONE, REFUSED, Call
from desk.core.i18n import _


def add(parser: argparse.ArgumentParser) -> None:
    """Arguments of the verb."""
    parser.add_argument("act", choices=["verify", "anchor", "list"])
    parser.add_argument("--last", type=int, default=20, help=_("how many lines to show, newest first"))
    parser.add_argument("--anchor", default="", help=_("code printed on an older report"))


def run(call: Call) -> int:
    """Exit code 1 when the trail was changed."""
    from desk.core.audit.chain import anchor, verify

    with call.desk(safe_mode=True) as desk, desk.factory.reading(call.actor) as uow:
        if call.args.act == "list":
            return show(call, uow)
        if call.args.act == "anchor":
            code = anchor(uow).code
            call.say(code, anchor=code)
            return DONE
        verdict = verify(uow, printed=call.args.anchor)
    if verdict.sound:
        call.say(_("The audit trail is whole: {n} lines.").format(n=verdict.lines), sound=True, lines=verdict.lines)
        return DONE
    sentence = (_("The printed anchor is no longer in the audit trail.") if verdict.reason == "anchor"
                else _("The audit trail was changed at line {n}.").format(n=verdict.bad_seq))
    call.say(sentence, sound=False, lines=verdict.lines, bad=verdict.bad_seq, reason=verdict.reason)
    return REFUSED


def show(call: Call, uow: Any) -> int:
    """The newest lines: when, who, what, to which record."""
    from desk.core.audit.queries import list_audit
    from desk.core.clock import hall_time
    from desk.core.db.paging import PageRequest
    from desk.shell.audit.words import action_words, actor_words, detail_words, record_words

    for row in list_audit(uow, PageRequest(size=max(1, call.args.last))).rows:
        words = (f"{hall_time(row.at):%Y-%m-%d %H:%M}", actor_words(row.actor, row.actor_kind), action_words(row.action),
                 record_words(row.kind, row.record_id), detail_words(row.detail))
        call.say("  ".join(filter(None, words)), at=row.at, actor=row.actor, actor_kind=row.actor_kind, action=row.action,
                 kind=row.kind, record=row.record_id, detail=row.detail)
    return DONE
