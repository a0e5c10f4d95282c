"""The little in which the two engines differ: token tables, how they are asked and how a document goes in and out.

SQLite: two contentless FTS5 tables deleted by rowid; the small one (initials, pinyin) has a prefix index, which would
double the big one. PostgreSQL: a table of two tsvectors with GIN; lexemes are written quoted, no parser, no dictionary.
The tables are made by the migration `core_0002`.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

from sqlalchemy import Connection, TextClause, text

from desk.core.search.plan import Way
from desk.core.search.tokens import Tokens

GRAMS, STARTS, VECTORS = "core_search_grams", "core_search_starts", "core_search_vector"
Entry = tuple[int, Tokens]
_DOCUMENT = "(SELECT * FROM core_search_doc AS doc WHERE doc.id = led.doc_id OFFSET 0) AS core_search_doc"
"""OFFSET 0 keeps PostgreSQL from its own order, which is to read all documents, or all tokens, until the limit is full."""


@dataclass(frozen=True, slots=True)
class Asked:
    """Where matching documents stand: `table`, its `key` (the document's id) and the condition.

    led: a FROM clause that joins core_search_doc, so that the tokens lead whatever the engine guesses; `where` goes with it.
    """

    table: str
    key: str
    condition: TextClause
    led: TextClause
    where: TextClause


class TokenTables(Protocol):
    """What the index needs of an engine."""

    def asked(self, kind: str, words: Sequence[Sequence[Way]]) -> Asked:
        """How to ask for the documents that hold, in `kind` ("grams" or "starts"), one way's tokens for every word."""
        ...

    def put(self, connection: Connection, entries: Iterable[Entry]) -> None:
        """Write tokens of documents that have none yet."""
        ...

    def change(self, connection: Connection, entries: Sequence[Entry]) -> None:
        """Write tokens anew of documents that have some."""
        ...

    def drop(self, connection: Connection, ids: Sequence[int]) -> None:
        """Forget documents."""
        ...

    def clear(self, connection: Connection) -> None:
        """Forget all documents."""
        ...

    def count(self, connection: Connection) -> int:
        """Documents that have tokens."""
        ...


def token_tables(dialect: str) -> TokenTables:
    """The token tables of "sqlite" or "postgresql"."""
    return SqliteTokens() if dialect == "sqlite" else PostgresTokens()


class SqliteTokens:
    """FTS5, detail=none: it knows which documents hold a token, nothing else."""

    def asked(self, kind: str, words: Sequence[Sequence[Way]]) -> Asked:
        name = GRAMS if kind == "grams" else STARTS
        star = "*" if kind == "starts" else ""
        sought = _expression(words, " AND ", " OR ", lambda token: f'"{token}"{star}')
        condition, key = f"{name} MATCH :{kind}", f"{name}.rowid"
        return Asked(name, key, text(condition).bindparams(**{kind: sought}),
                     text(f"{name} CROSS JOIN core_search_doc"),  # SQLite takes CROSS JOIN as an order
                     text(f"{condition} AND core_search_doc.id = {key}").bindparams(**{kind: sought}))

    def put(self, connection: Connection, entries: Iterable[Entry]) -> None:
        written = list(entries)
        for name, place in ((GRAMS, 0), (STARTS, 1)):
            connection.exec_driver_sql(f"INSERT INTO {name}(rowid, body) VALUES (?, ?)",
                                       [(doc_id, held[place]) for doc_id, held in written])

    def change(self, connection: Connection, entries: Sequence[Entry]) -> None:
        self.drop(connection, [doc_id for doc_id, _held in entries])  # contentless tables cannot be updated
        self.put(connection, entries)

    def drop(self, connection: Connection, ids: Sequence[int]) -> None:
        for name in (GRAMS, STARTS):
            connection.execute(text(f"DELETE FROM {name} WHERE rowid = :id"), [{"id": one} for one in ids])

    def clear(self, connection: Connection) -> None:
        for name in (GRAMS, STARTS):
            connection.execute(text(f"INSERT INTO {name}({name}) VALUES ('delete-all')"))

    def count(self, connection: Connection) -> int:
        return int(connection.execute(text(f"SELECT count(*) FROM {GRAMS}_docsize")).scalar_one())


class PostgresTokens:
    """tsvector written lexeme by lexeme."""

    def asked(self, kind: str, words: Sequence[Sequence[Way]]) -> Asked:
        star = ":*" if kind == "starts" else ""
        sought = _expression(words, " & ", " | ", lambda token: f"'{token}'{star}")
        condition, key = f"{VECTORS}.{kind} @@ CAST(:{kind} AS tsquery)", f"{VECTORS}.doc_id"
        led = f"(SELECT {key} FROM {VECTORS} WHERE {condition} OFFSET 0) AS led CROSS JOIN LATERAL {_DOCUMENT}"
        return Asked(VECTORS, key, text(condition).bindparams(**{kind: sought}), text(led).bindparams(**{kind: sought}),
                     text("true"))

    def put(self, connection: Connection, entries: Iterable[Entry]) -> None:
        statement = text(f"INSERT INTO {VECTORS}(doc_id, grams, starts)"
                         " VALUES (:id, CAST(:grams AS tsvector), CAST(:starts AS tsvector))")
        connection.execute(statement, _vectors(entries))

    def change(self, connection: Connection, entries: Sequence[Entry]) -> None:
        connection.execute(text(f"UPDATE {VECTORS} SET grams = CAST(:grams AS tsvector), starts = CAST(:starts AS tsvector)"
                                " WHERE doc_id = :id"), _vectors(entries))

    def drop(self, connection: Connection, ids: Sequence[int]) -> None:
        connection.execute(text(f"DELETE FROM {VECTORS} WHERE doc_id = ANY(:ids)"), {"ids": list(ids)})

    def clear(self, connection: Connection) -> None:
        connection.execute(text(f"DELETE FROM {VECTORS}"))

    def count(self, connection: Connection) -> int:
        return int(connection.execute(text(f"SELECT count(*) FROM {VECTORS}")).scalar_one())


def _expression(words: Sequence[Sequence[Way]], both: str, either: str, quoted: Callable[[str], str]) -> str:
    return both.join(
        "(" + either.join("(" + both.join(map(quoted, way.tokens)) + ")" for way in word) + ")" for word in words)


def _vectors(entries: Iterable[Entry]) -> list[dict[str, int | str]]:
    return [{"id": doc_id, "grams": _vector(held.grams), "starts": _vector(held.starts)} for doc_id, held in entries]


def _vector(tokens: str) -> str:
    return "'" + tokens.replace(" ", "' '") + "'" if tokens else ""
