"""Questions that the desk asks itself whenever it changes, and what it tells of the answers.

`look` finds what is new and notes it as alerts, each once; a feed shows them, and `deliver` sends them to webhooks.
"""

from runut.watch.alerts import Alert, alerts_of
from runut.watch.looking import look
from runut.watch.sending import Sent, deliver
from runut.watch.watches import Every, Watch, add_watch, remove_watch, watch_named, watches

__all__ = [
    "Alert",
    "Every",
    "Sent",
    "Watch",
    "add_watch",
    "alerts_of",
    "deliver",
    "look",
    "remove_watch",
    "watch_named",
    "watches",
]
