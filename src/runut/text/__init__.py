"""Running text cut into words, quotes and sentences, once for every stage that reads it."""

from runut.text.prose import Prose, Quote, Sentence, prepare

__all__ = ["Prose", "Quote", "Sentence", "prepare"]
