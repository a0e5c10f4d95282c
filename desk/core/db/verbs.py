"""Service verbs: each has a name and a permission, checked by the verb itself, whoever calls it."""

import functools
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Concatenate, ParamSpec, TypeVar

from desk.core.db.uow import UnitOfWork

P = ParamSpec("P")
R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class Verb:
    """A declared verb. `open_because` says why a verb without a permission needs none."""

    name: str
    permission: str
    module: str
    open_because: str = ""


_declared: dict[str, Verb] = {}


def verb(name: str, *, permission: str = "", open_because: str = "") -> Callable[
        [Callable[Concatenate[UnitOfWork, P], R]], Callable[Concatenate[UnitOfWork, P], R]]:
    """Declare `function(uow, …)` as the verb `name`; it raises NotAllowed without `permission`.

    One of `permission` and `open_because` must be given: a verb without a rule is a mistake.
    """
    if not permission and not open_because:
        raise TypeError(f"verb {name!r} needs a permission or a reason to be open")

    def declare(function: Callable[Concatenate[UnitOfWork, P], R]) -> Callable[Concatenate[UnitOfWork, P], R]:
        @functools.wraps(function)
        def checked(uow: UnitOfWork, /, *args: P.args, **kwargs: P.kwargs) -> R:
            if not uow.writing:
                raise RuntimeError(f"{name} needs a writing unit of work")
            uow.require(permission)
            return function(uow, *args, **kwargs)

        _declared[name] = Verb(name, permission, function.__module__, open_because)
        checked.verb_name = name  # type: ignore[attr-defined]
        return checked

    return declare


def declared_verbs() -> dict[str, Verb]:
    """Every verb whose module has been imported, by name."""
    return dict(_declared)


def verb_name(function: Callable[..., Any]) -> str:
    """Name of a declared verb; AttributeError when `function` is none."""
    return str(function.verb_name)  # type: ignore[attr-defined]
