"""Running text cut into words, quotes and sentences, once for every stage that reads it."""

from runut.text.prose import Prose, prepare
from runut.text.quotes import Quote
from runut.text.sentences import Sentence

__all__ = ["Prose", "Quote", "Sentence", "prepare"]
