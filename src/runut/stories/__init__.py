"""Stories: articles about one event, who had it from whom, and on how many independent origins all of it rests."""

from runut.stories.story import Story, stories, story

__all__ = ["Story", "stories", "story"]
