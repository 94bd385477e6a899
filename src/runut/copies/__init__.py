"""Who copied whom: articles that share wording, passage by passage, and which of them had it first.

Sampled shingles find candidates (`candidates`), word-exact alignment measures them (`aligning`, `sharing`), evidence in
words tells the direction (`direction`), and names and numbers find translations; `tracing` is the whole way.
"""
