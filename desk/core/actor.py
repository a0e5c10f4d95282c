"""Who acts: the signed-in person, the operator at the command line, or the desk itself."""

from dataclasses import dataclass

from desk.core.errors import NotAllowed
from desk.core.i18n import _


@dataclass(frozen=True, slots=True)
class Actor:
    """Who asks, with what rights, in which community.

    kind: "user", "operator" (right to the data folder, command line) or "system". area_ids: None means the whole
    community. `all_rights` is the operator's and the system's; a role's rights are listed.
    """

    name: str
    community_id: int
    user_id: int | None = None
    kind: str = "user"
    permissions: frozenset[str] = frozenset()
    area_ids: frozenset[int] | None = None
    all_rights: bool = False

    def may(self, permission: str) -> bool:
        """Whether `permission` ("" is open to everybody signed in) is among the rights."""
        return not permission or self.all_rights or permission in self.permissions

    def require(self, permission: str) -> None:
        """Raise NotAllowed unless `may(permission)`."""
        if not self.may(permission):
            raise NotAllowed(_("Your account has no right to do this."), permission=permission,
                             todo=_("Ask an administrator for the right, or let a colleague do it."))


def operator(name: str, community_id: int = 1) -> Actor:
    """The person at the command line, known by the system's user name."""
    return Actor(name=name, community_id=community_id, kind="operator", all_rights=True)


def system_actor(community_id: int = 1) -> Actor:
    """The desk itself: set-up, reminders, practice data."""
    return Actor(name="desk", community_id=community_id, kind="system", all_rights=True)
