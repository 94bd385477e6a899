"""Runut: where did this news page come from, and can I stand on it?"""

from runut.version import __version__

__all__ = ["__version__"]
