"""From inputs as a person gives them (files, directories, stdin, links) to captures.

`take` never raises for what an input holds: an input that cannot be had becomes a `Failure`, and the
next one follows. `unpack` is the step in it that opens gzip, MHTML, single-file saves and pages saved
from web archives; evidence calls it again to prove what a record was read from.
"""

from runut.capture.take import Failure, Options, take
from runut.capture.unpack import Unpacked, unpack

__all__ = ["Failure", "Options", "Unpacked", "take", "unpack"]
