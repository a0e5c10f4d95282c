"""Warnings in the log are findings: a test says which ones it means to provoke."""

import logging
from dataclasses import dataclass
from typing import Protocol


class ExpectLog(Protocol):
    """What the fixture `expect_log` is."""

    def __call__(self, words: str, *, level: int = logging.WARNING, optional: bool = False) -> None:
        """A record of at least `level` whose message contains `words` is fine; it must come unless `optional`."""
        ...


@dataclass
class Expected:
    """One announced kind of record."""

    words: str
    level: int
    optional: bool
    seen: int = 0

    def fits(self, record: logging.LogRecord) -> bool:
        """Whether this record is what was announced."""
        return record.levelno >= self.level and self.words in record.getMessage()


class LogWatch(logging.Handler):
    """Collects every record from WARNING up while it is entered; from any thread and any logger that propagates."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.records: list[logging.LogRecord] = []
        self.expected: list[Expected] = []

    def __enter__(self) -> "LogWatch":
        logging.getLogger().addHandler(self)
        return self

    def __exit__(self, *exc_info: object) -> None:
        logging.getLogger().removeHandler(self)

    def emit(self, record: logging.LogRecord) -> None:
        """Keep the record (called by logging)."""
        self.records.append(record)

    def expect(self, words: str, *, level: int = logging.WARNING, optional: bool = False) -> None:
        """Announce a record; see ExpectLog."""
        self.expected.append(Expected(words, level, optional))

    def complaint(self) -> str:
        """What came unannounced and what was announced and did not come; "" when all is well."""
        lines = [f"unexpected log record: {self._line(record)}" for record in self.records if not self._known(record)]
        lines += [f"expected log record did not come: {one.words!r}"
                  for one in self.expected if not one.seen and not one.optional]
        return "\n".join(lines)

    def _known(self, record: logging.LogRecord) -> bool:
        fitting = [one for one in self.expected if one.fits(record)]
        for one in fitting:
            one.seen += 1
        return bool(fitting)

    @staticmethod
    def _line(record: logging.LogRecord) -> str:
        cause = f" ({record.exc_info[1]!r})" if record.exc_info and record.exc_info[1] else ""
        return f"{record.levelname} {record.name}: {record.getMessage()}{cause}"
