"""Numbers without gaps: give one in the verb's own transaction, ask for a standing one, void those of what is taken back."""

from desk.core.documents.numbers import give_number, number_of, void_numbers_of

__all__ = ["give_number", "number_of", "void_numbers_of"]
