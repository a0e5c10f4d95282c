"""What a hall sets about grid events. No source fixes any of it: cautious defaults that say so."""

from typing import Any

from desk.api import N_, SettingSpec
from plugins.grid.kinds import LOOP

_OPEN = f"{LOOP}(各地规定不一，未能核实)"
SETTINGS: tuple[SettingSpec, ...] = (
    SettingSpec("grid.revisit_spot", N_("Revisit events that were settled at once, too"), "bool", True,
                help=N_("Otherwise they are filed without a revisit."), source=_OPEN, unsure=True),
    SettingSpec("grid.photo_after", N_("A photo from before asks for one from after"), "bool", True,
                help=N_("An event with a photo of how it was found is settled with a photo of how it is now."), source=_OPEN,
                unsure=True),
    SettingSpec("grid.press_ahead", N_("Warn before the limit of an event"), "number", 2, unit=N_("days"), source=_OPEN,
                unsure=True, minimum=0, maximum=60),
    SettingSpec("grid.press_days", N_("Days to answer a press note"), "number", 3, unit=N_("days"), source=_OPEN, unsure=True,
                minimum=1, maximum=60),
    SettingSpec("grid.hot_times", N_("Events at one place that make it a hot spot"), "number", 3, source=_OPEN, unsure=True,
                minimum=2, maximum=100),
    SettingSpec("grid.hot_days", N_("Days looked back for hot spots"), "number", 90, unit=N_("days"), source=_OPEN, unsure=True,
                minimum=7, maximum=366),
)
_DEFAULTS = {spec.key: spec.default for spec in SETTINGS}


def setting(uow: Any, name: str) -> Any:
    """The setting "grid.<name>" as it stands, else its declared default."""
    from desk.api.settings import get_setting

    key = f"grid.{name}"
    return get_setting(uow, key, _DEFAULTS[key])
