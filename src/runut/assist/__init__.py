"""The desk for assistants: a server of the Model Context Protocol that reads, and writes only where it may."""

from runut.assist.server import server

__all__ = ["server"]
