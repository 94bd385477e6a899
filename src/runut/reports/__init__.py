"""What goes out to people: the answer, the card, the page and the brief, each made from a record alone."""
