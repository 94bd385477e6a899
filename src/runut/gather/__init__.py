"""Articles that come by themselves: listings are followed, and what they tell of is read, politely and once.

`follow` notes a feed, a sitemap or a front page; `gather` asks all of them for what is new and keeps it on the desk.
Everything that is known of the way stands on the desk too, so that a round can be killed and begun again.
"""

from runut.gather.following import Followed, follow, followed, unfollow
from runut.gather.manners import Manners
from runut.gather.round import Plan, Told, gather

__all__ = ["Followed", "Manners", "Plan", "Told", "follow", "followed", "gather", "unfollow"]
