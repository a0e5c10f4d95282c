"""Tables and transactions, for a plugin's models, services and queries."""

from desk.core.actor import Actor
from desk.core.db.base import BigId, Instant, PluginBase, Record, Root, Scoped
from desk.core.db.listed import one_of
from desk.core.db.paging import Page, PageRequest, keyset_page
from desk.core.db.uow import UnitOfWork
from desk.core.db.verbs import verb

__all__ = ["Actor", "BigId", "Instant", "Page", "PageRequest", "PluginBase", "Record", "Root", "Scoped", "UnitOfWork",
           "keyset_page", "one_of", "verb"]
