"""Texts: source strings are English, gettext catalogues by domain, zh_CN the default and complete.

The desk has one domain ("desk", under resources/locale); each plugin has its own (its `locale` folder). A translator is a
tiny callable that looks the catalogue up when it is called, so it may be made at module level without touching a file.
"""

import gettext as _gettext
from collections.abc import Mapping
from pathlib import Path

DEFAULT_LANGUAGE = "zh_CN"
_RESOURCES = Path(__file__).resolve().parents[2] / "resources"
_state = {"language": DEFAULT_LANGUAGE}
_folders: dict[str, Path] = {"desk": _RESOURCES / "locale"}
_catalogues: dict[tuple[str, str], _gettext.NullTranslations] = {}
_words: dict[str, dict[str, str]] = {}


def set_language(language: str) -> None:
    """Show texts in `language` ("zh_CN" or "en") from now on."""
    _state["language"] = language


def language() -> str:
    """The language texts are shown in."""
    return _state["language"]


def add_domain(domain: str, locale_folder: Path) -> None:
    """Tell where a plugin's catalogues lie (called by the host when it loads the plugin)."""
    _folders[domain] = locale_folder
    for key in [key for key in _catalogues if key[0] == domain]:
        del _catalogues[key]


def add_words(domain: str, words: Mapping[str, str]) -> None:
    """Chinese for texts of a domain that has no catalogue file (English → Chinese): a tables-only plugin's."""
    _words[domain] = dict(words)


def words_of(domain: str) -> Mapping[str, str]:
    """What add_words was told of a domain."""
    return _words.get(domain, {})


def N_(text: str) -> str:
    """Mark a literal for translation; it is translated where it is shown."""
    return text


class Translator:
    """`_ = translator("mediation")`: translate in one domain, falling back to the desk's."""

    def __init__(self, domain: str) -> None:
        self.domain = domain

    def __call__(self, text: str) -> str:
        if not text:
            return text
        if self.domain in _words and text in _words[self.domain]:
            return _words[self.domain][text] if _state["language"] == DEFAULT_LANGUAGE else text
        found = _catalogue(self.domain).gettext(text)
        return found if found != text or self.domain == "desk" else _catalogue("desk").gettext(text)

    def plural(self, one: str, many: str, n: int) -> str:
        """The form that fits `n`; the caller formats the number in."""
        return _catalogue(self.domain).ngettext(one, many, n)


def translator(domain: str) -> Translator:
    """The translator of a domain; cheap, touches no file."""
    return Translator(domain)


_ = Translator("desk")


def ngettext(one: str, many: str, n: int) -> str:
    """Plural form in the desk's domain."""
    return _.plural(one, many, n)


def _catalogue(domain: str) -> _gettext.NullTranslations:
    key = (domain, _state["language"])
    if key not in _catalogues:
        folder = _folders.get(domain)
        _catalogues[key] = (_gettext.translation(domain, folder, [key[1]], fallback=True)
                            if folder else _gettext.NullTranslations())
    return _catalogues[key]
