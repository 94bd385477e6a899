"""A page as it was received, cut into blocks of text, with what it claims about itself."""

from runut.pages.locating import Passage, locate
from runut.pages.page import Block, Claim, Link, Page, Picture, Piece, Place
from runut.pages.parsing import LARGEST, parse

__all__ = ["LARGEST", "Block", "Claim", "Link", "Page", "Passage", "Picture", "Piece", "Place", "locate", "parse"]
