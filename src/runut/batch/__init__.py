"""Very many pages: the same plain functions, carried out part by part by an engine on one machine or on many.

Inputs are cut into slices and slices gathered to parts (`cutting`). Each step wraps one plain function (`reading`,
`attributing`, `shingling`, `linking`, `gathering`); `plans` say how tables are joined and written, `running` which part
is next, and `engine` alone knows Daft. What comes out is a lake (`lake`): folders of Parquet that other tools
open, and a manifest that counts what went in, came out and was set aside.
"""
