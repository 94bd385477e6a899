"""The desk over HTTP: every listing and record as JSON, for other programs.

Nobody outside of this machine reads without a token, nobody writes without an editor's; what no rule allows is denied.
"""

from runut.serve.accounts import Account, Role, accounts, add_account, remove_account
from runut.serve.app import application

__all__ = ["Account", "Role", "accounts", "add_account", "application", "remove_account"]
