"""One archive that proves where a record comes from: the input as received, the record, the report, their hashes.

Anybody can check it with `sha256sum` alone; `verify` also reads the input again.
"""

from runut.evidence.again import Comparison, differences
from runut.evidence.manifest import Manifest, Member
from runut.evidence.pack import pack
from runut.evidence.verify import Verification, verify

__all__ = ["Comparison", "Manifest", "Member", "Verification", "differences", "pack", "verify"]
