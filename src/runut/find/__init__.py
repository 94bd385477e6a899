"""Finding: a question as a person types it, words cut to their stems, and the place in a text that answers.

Nothing here knows how articles are kept.
"""

from runut.find.question import FIELDS, Question, Term, parse
from runut.find.snippets import Snippet, Sought, snippets
from runut.find.stems import stem, stems, words

__all__ = ["FIELDS", "Question", "Snippet", "Sought", "Term", "parse", "snippets", "stem", "stems", "words"]
