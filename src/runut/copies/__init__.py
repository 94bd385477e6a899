"""Who copied whom: articles that share wording, passage by passage, and which of them had it first.

Sampled shingles find candidates (`find`), word-exact alignment measures them (`align`), evidence in words tells the
direction (`direct`); `trace` is the whole way.
"""
