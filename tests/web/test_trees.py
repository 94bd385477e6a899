"""Who has it from whom as a tree: each article once, whatever the copies look like."""

from hypothesis import given
from hypothesis import strategies as st

from runut.stories import Story
from runut.stories.origins import Origin
from runut.stories.sources import Derived
from runut.web.trees import DEEPEST, graph, tree

NAMES = [f"a{n}" for n in range(12)]
COPIES = st.lists(st.tuples(st.sampled_from(NAMES), st.sampled_from(NAMES)).filter(lambda pair: pair[0] != pair[1]))


def story(articles, copies, origins=()):
    derived = tuple(Derived(copy, source, "rewrite") for copy, source in copies)
    return Story(articles=tuple(articles), copies=derived, origins=tuple(origins), drifts=(), corrections=(), claims=())


def held(nodes):
    for node in nodes:
        if node.name is None:
            yield node.id
        yield from held(node.below)


def depth(nodes):
    return 1 + max((depth(node.below) for node in nodes), default=0) if nodes else 0


@given(COPIES)
def test_no_article_is_lost_or_doubled(copies):
    assert sorted(held(tree(story(NAMES, copies)))) == sorted(NAMES)


def test_a_long_line_does_not_go_deeper_than_can_be_read():
    names = [f"a{n}" for n in range(500)]
    found = tree(story(names, list(zip(names[1:], names, strict=False))))
    assert depth(found) <= DEEPEST + 1
    assert list(held(found)) == names


def test_what_is_only_credited_stands_at_the_root():
    origin = Origin("Meridian report", None, ("a1", "a2", "a3"))
    (root,) = tree(story(["a1", "a2", "a3"], [("a2", "a1")], [origin]))
    assert (root.name, [node.id for node in root.below]) == ("Meridian report", ["a1", "a3"])
    assert [node.kind for node in root.below] == ["cites", "cites"]
    drawn = graph(story(["a1", "a2", "a3"], [("a2", "a1")], [origin]), {name: name for name in ("a1", "a2", "a3")})
    edges = {(one["data"]["source"], one["data"]["target"]) for one in drawn if "source" in one["data"]}
    assert edges == {("a1", "a2"), ("origin-0", "a1"), ("origin-0", "a3")}


def test_a_later_version_is_no_copy():
    (root,) = tree(story(["a@1", "a"], [("a", "a@1")]))
    assert [node.kind for node in root.below] == ["version"]
