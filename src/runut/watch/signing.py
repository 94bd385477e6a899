"""Signatures of deliveries, after the Standard Webhooks specification (standardwebhooks.com), version 1.

The receiver makes the same HMAC-SHA256 over `id.timestamp.body` with the secret and compares; libraries for that exist
in all common languages.
"""

from __future__ import annotations

import base64
import hashlib
import hmac

PREFIX = "whsec_"


def signed(secret: str, name: str, moment: int, body: bytes) -> dict[str, str]:
    """The headers of a delivery: its id, the time in seconds since 1970 UTC, and the signature."""
    key = base64.urlsafe_b64decode(_padded(secret.removeprefix(PREFIX)))
    digest = hmac.new(key, f"{name}.{moment}.".encode() + body, hashlib.sha256).digest()
    return {
        "webhook-id": name,
        "webhook-timestamp": str(moment),
        "webhook-signature": f"v1,{base64.b64encode(digest).decode()}",
    }


def _padded(text: str) -> str:
    return text + "=" * (-len(text) % 4)
