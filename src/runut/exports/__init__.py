"""Records in forms that other tools read: tables, linked data, annotations, provenance, feeds, web archives.

Each form is a function from records to text or bytes, in a module of its own; those that can are streams.
"""
