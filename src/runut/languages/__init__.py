"""Language knowledge as data: one folder a language, always with the same files."""

from runut.languages.pack import Pack, load_pack, served

__all__ = ["Pack", "load_pack", "served"]
