"""What went wrong in a plugin, told so that it may leave the hall: no values, no paths of people's folders.

An exception's text may hold a name or an ID number, so it is kept only for the kinds whose texts speak of code alone.
"""

import traceback
from dataclasses import dataclass
from enum import StrEnum

from desk.core.i18n import N_
from desk.core.log import Plain, inner_path


class Where(StrEnum):
    """What the plugin was doing when it failed."""

    IMPORT = "import"
    REGISTER = "register"
    MIGRATION = "migration"
    START = "start"
    HOOK = "hook"
    EVENT = "event"
    VIEW = "view"
    STOP = "stop"
    DECLARATION = "declaration"


WHERE_WORDS: dict[Where, str] = {
    Where.IMPORT: N_("while it was being loaded"), Where.REGISTER: N_("while it was being connected"),
    Where.MIGRATION: N_("while its tables were being prepared"), Where.START: N_("while it was starting"),
    Where.HOOK: N_("while it was asked for its part"), Where.EVENT: N_("while it was told of something"),
    Where.VIEW: N_("while one of its pages was being opened"),
    Where.STOP: N_("while it was stopping"), Where.DECLARATION: N_("in what it declares"),
}


@dataclass(frozen=True, slots=True)
class Failure:
    """One failure. detail: hook, dotted path or step. message: kind of error, and its text where that is harmless.

    trace: one line a frame, "file:line function", innermost last.
    """

    plugin_id: str
    where: Where
    detail: str
    message: str
    trace: str = ""

    def report(self) -> str:
        """What "copy details" copies."""
        return "\n".join(part for part in (
            f"{self.plugin_id}: {self.where} {self.detail}".rstrip(), self.message, self.trace) if part)

    def in_code(self) -> Plain:
        """The same for the log: the kind of error, and its text only where the host (or pluggy) wrote it."""
        kind = self.message.partition(":")[0]
        kind = self.message if kind in (PluginMistake.__name__, "PluginValidationError") else kind
        return Plain("\n".join((f"{self.plugin_id}: {self.where} {self.detail}".rstrip(), kind, self.trace)))


def failure(plugin_id: str, where: Where, detail: str, problem: BaseException) -> Failure:
    """The failure that `problem` is, without personal data."""
    return Failure(plugin_id, where, detail, harmless_text(problem), bare_trace(problem))


def harmless_text(problem: BaseException) -> str:
    """The kind of error; its text only where it speaks of names in code."""
    kind = type(problem).__name__
    told = isinstance(problem, (ImportError, NameError, AttributeError, SyntaxError, NotImplementedError, TypeError,
                                PluginMistake)) or kind == "PluginValidationError"
    return f"{kind}: {_code_text(problem)}" if told and str(problem) else kind


class PluginMistake(Exception):
    """A plugin broke a rule of the host; the text speaks of code only."""


def bare_trace(problem: BaseException) -> str:
    """Where it happened: file, line and function of each frame; no source, no values, no folders of the machine."""
    frames = traceback.extract_tb(problem.__traceback__)
    lines = [f"{inner_path(frame.filename)}:{frame.lineno} {frame.name}" for frame in frames[-30:]
             if "importlib" not in frame.filename and "pluggy" not in frame.filename]
    cause = problem.__cause__ or (None if problem.__suppress_context__ else problem.__context__)
    before = [bare_trace(cause), type(cause).__name__] if cause is not None and cause is not problem else []
    return "\n".join([part for part in before if part] + lines)


def _code_text(problem: BaseException) -> str:
    if isinstance(problem, SyntaxError):
        return f"{problem.msg} ({inner_path(problem.filename or '')}:{problem.lineno})"
    lines = [line.strip() for line in str(problem).splitlines() if line.strip()]
    return "; ".join(lines[1:] if type(problem).__name__ == "PluginValidationError" else lines[:1])[:300]
