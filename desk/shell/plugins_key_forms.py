"""The forms that change whose plugins are known here: trust a key after comparing it, or change the list otherwise."""

from pathlib import Path
from typing import Any

from desk.core.i18n import N_, _
from desk.core.secret import Secret
from desk.host.pages import Field, FormSpec, Section
from desk.host.trust_verbs import KeyWish, ListWish, TrustAct, change_trust, trust_key

_SEALED, _FRESH = {"sealed": (True,)}, {"fresh": (True,)}
_PASSWORD = Field("password", N_("Password of the list"), "password", True, visible_when=_SEALED,
                  help=N_("At least 8 signs. It seals the list; without it nobody can change the list later."))
_AGAIN = Field("again", N_("Once more"), "password", True, visible_when=_FRESH)


def typed_twice(values: dict[str, Any]) -> dict[str, str]:
    """A list's first password is typed twice the same."""
    first, again = values.get("password"), values.get("again")
    if values.get("fresh") and first and again and first.reveal() != again.reveal():
        return {"again": _("The two passwords differ. Type it once more.")}
    return {}


def compared(values: dict[str, Any]) -> dict[str, str]:
    """Trusting without comparing would trust whoever wrote the file."""
    found = {} if values.get("compared") else {"compared": _("Call the publisher and compare the fingerprint first.")}
    return found | typed_twice(values)


def key_wish(values: dict[str, Any]) -> KeyWish:
    """From the form's values."""
    return KeyWish(Path(values["folder"]), values.get("name") or "", values["key"], bool(values.get("centre")),
                   bool(values.get("compared")), values.get("password") or Secret(""))


def list_wish(values: dict[str, Any]) -> ListWish:
    """From the form's values."""
    return ListWish(Path(values["folder"]), TrustAct(values["act"]), values["what"], values.get("password") or Secret(""))


TRUST_FORM = FormSpec(
    id="desk.plugins.trust_form", title=N_("Trust a publisher"), sections=(
        Section(N_("Whose key it is"), (
            Field("name", N_("Publisher"), required=True, max_length=60, width=320,
                  help=N_("As the file says; the plugins page will name the publisher so.")),
            Field("centre", N_("It is this centre's own key"), "bool", default=False))),
        Section(N_("Compare it by telephone"), (
            Field("fingerprint", N_("Fingerprint"), "note"),
            Field("compared", N_("The publisher read me the same sixteen signs"), "bool", default=False),
            _PASSWORD, _AGAIN),
            help=N_("Call the publisher on a number that you know already, not on one from the stick or the letter. Have the "
                    "fingerprint read to you, four signs at a time. Does a single sign differ, do not trust the key."))),
    save=trust_key, validate=compared, make_draft=key_wish, save_title=N_("Trust this key (Ctrl+S)"))

LIST_FORM = FormSpec(
    id="desk.plugins.list_form", title=N_("Change the list of publishers"), sections=(
        Section("", (Field("told", N_("What will happen"), "note"), _PASSWORD, _AGAIN)),),
    save=change_trust, validate=typed_twice, make_draft=list_wish, save_title=N_("Do it (Ctrl+S)"))
