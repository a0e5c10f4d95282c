"""What the box can open by name: every page and action this person may use, found by fragment, pinyin or initials."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from desk.core.actor import Actor
from desk.core.i18n import translator
from desk.core.text import fold_width

if TYPE_CHECKING:
    from desk.host.contributions import Contributions


@dataclass(frozen=True, slots=True)
class Command:
    """A page or an action. sounds: pinyin and initials, filled in by `with_sounds` off the UI thread.

    source: an action's title before translation.
    """

    title: str
    entry: str
    args: Mapping[str, Any] = field(default_factory=dict)
    icon: str = "folder"
    keywords: str = ""
    shortcut: str = ""
    sounds: tuple[str, ...] = ()
    source: str = ""


def commands_for(contributions: "Contributions", actor: Actor) -> list[Command]:
    """Actions first, then pages, in their order, what she may not do left out."""
    found = []
    for given in contributions.actions:
        action, tr = given.item, translator(given.plugin_id)
        target = contributions.nav.find(action.entry)
        if target is not None and actor.may(action.permission) and actor.may(target.item.permission):
            found.append(Command(tr(action.title), action.entry, action.args, action.icon, tr(action.keywords),
                                 action.shortcut, source=action.title))
    for one in contributions.nav:
        entry = one.item
        if not entry.hidden and actor.may(entry.permission):
            found.append(Command(translator(one.plugin_id)(entry.title), entry.id, {}, entry.icon))
    return found


def quick_commands(contributions: "Contributions", actor: Actor) -> list[Command]:
    """The actions that the home page shows as large buttons."""
    quick = {(given.item.entry, given.item.title) for given in contributions.actions if given.item.quick}
    return [command for command in commands_for(contributions, actor) if (command.entry, command.source) in quick]


def with_sounds(commands: Iterable[Command]) -> list[Command]:
    """The same with pinyin and initials; loads pypinyin, so call it in a worker."""
    from pypinyin import lazy_pinyin

    made = []
    for command in commands:
        syllables = [part.lower() for part in lazy_pinyin(command.title + " " + command.keywords) if part.strip()]
        made.append(replace(command, sounds=("".join(syllables), "".join(part[0] for part in syllables))))
    return made


def matching(commands: Sequence[Command], text: str, limit: int = 8) -> list[Command]:
    """Commands that hold `text` in title or keywords, or whose pinyin or initials do; best first."""
    wanted = "".join(fold_width(text).lower().split())
    if not wanted:
        return []
    ranked = [(rank, place, command) for place, command in enumerate(commands)
              if (rank := _rank(command, wanted)) is not None]
    return [command for _rank_, _place, command in sorted(ranked, key=lambda found: found[:2])[:limit]]


def _rank(command: Command, wanted: str) -> int | None:
    title = "".join(command.title.lower().split())
    if title == wanted:
        return -1  # its whole name was typed: 调解室 is not 调解室常用语
    if title.startswith(wanted):
        return 0
    if wanted in title:
        return 1
    if any(sound.startswith(wanted) for sound in command.sounds):
        return 2
    if wanted in command.keywords.lower() or (len(wanted) > 1 and any(wanted in sound for sound in command.sounds)):
        return 3
    return None
