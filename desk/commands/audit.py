"""desk audit verify [--anchor CODE]: is the trail whole, and does a printed anchor still stand in it?"""

import argparse

from desk.commands.call import DONE, REFUSED, Call
from desk.core.i18n import _


def add(parser: argparse.ArgumentParser) -> None:
    """Arguments of the verb."""
    parser.add_argument("act", choices=["verify", "anchor"])
    parser.add_argument("--anchor", default="", help=_("code printed on an older report"))


def run(call: Call) -> int:
    """Exit code 1 when the trail was changed."""
    from desk.core.audit.chain import anchor, verify

    with call.desk(safe_mode=True) as desk, desk.factory.reading(call.actor) as uow:
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
