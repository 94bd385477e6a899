"""The model's file and what runs it.

One zip archive, stored without compression, of plain members: `config.json`, `pieces.tsv` (piece and log-probability
by id), `embedding.bin` (Q4_0 blocks, as the encoder has them) and three ONNX graphs, `lower.onnx`, `finder.onnx` and
`reader.onnx`.
"""

from __future__ import annotations

import json
import zipfile
from functools import cache
from importlib.resources import files
from typing import IO, TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from runut.errors import UsageFault
from runut.model.decoding import Floats
from runut.model.limits import Limits
from runut.model.pieces import Vocabulary

if TYPE_CHECKING:
    from onnxruntime import InferenceSession

SPECIAL = 4
BLOCK_BYTES = 18


class Weights:
    """The network as onnxruntime runs it, on one core."""

    def __init__(self, file: IO[bytes]) -> None:
        with zipfile.ZipFile(file) as archive:
            self.config: dict[str, Any] = json.loads(archive.read("config.json"))
            self.vocabulary = _vocabulary(archive.read("pieces.tsv").decode(), self.config)
            width = self.config["width"]
            self.ways = np.array(self.config["ways"], np.float32)
            blocks = np.frombuffer(archive.read("embedding.bin"), np.uint8)
            self.embedding = blocks.reshape(-1, width // 32, BLOCK_BYTES)
            self._lower = _session(archive.read("lower.onnx"))
            self._finder = _session(archive.read("finder.onnx"))
            self._reader = _session(archive.read("reader.onnx"))

    def limits(self, language: str | None) -> Limits:
        """The limits fitted for a language, or for all."""
        fitted = self.config.get("limits", {})
        found = fitted.get((language or "").split("-")[0]) or fitted.get("all") or {}
        return Limits(**found | {"weights": tuple(found["weights"])}) if found else Limits()

    def scan(self, ids: NDArray[np.int64], mask: Floats) -> Floats:
        """States `[windows, tokens, width]` of `[windows, tokens]` ids after the lowest layers."""
        states: Floats = self._lower.run(None, {"x": dequantised(self.embedding[ids]), "mask": mask})[0]
        return states

    def find(self, states: Floats, mask: Floats) -> tuple[Floats, Floats]:
        """From those states, the states after the shared layers, and the logits of cue labels."""
        shared, cues = self._finder.run(None, {"low": states, "mask": mask})
        return shared, cues

    def look(self, states: Floats, marks: Floats, mask: Floats) -> tuple[Floats, Floats, Floats]:
        """Logits of parts, acts and types for each cue marked in its states."""
        parts, acts, types = self._reader.run(None, {"states": states, "marks": marks, "mask": mask})
        return parts, acts, types


@cache
def weights() -> Weights:
    """The packaged model, loaded once when it is first asked for.

    Raises UsageFault when this installation has none.
    """
    path = files("runut.model") / "data" / "reader.zip"
    if not path.is_file():
        raise UsageFault("This installation has no learned reader. Make it with training/, or read by rules.")
    with path.open("rb") as file:
        return Weights(file)


def dequantised(blocks: NDArray[np.uint8]) -> Floats:
    """Q4_0 blocks `[..., blocks, 18]` as `[..., blocks * 32]`: an fp16 scale, then 32 nibbles, the low ones first."""
    scale = np.ascontiguousarray(blocks[..., :2]).view(np.float16).astype(np.float32)
    nibbles = blocks[..., 2:]
    values = np.concatenate([nibbles & 15, nibbles >> 4], axis=-1).astype(np.float32) - 8
    return np.asarray(values * scale, np.float32).reshape(*blocks.shape[:-2], -1)


def _vocabulary(table: str, config: dict[str, Any]) -> Vocabulary:
    lines = (line.split("\t") for line in table.split("\n") if line)
    pieces = {piece: (index, float(score)) for index, (piece, score) in enumerate(lines) if index >= SPECIAL}
    return Vocabulary(pieces, config["unknown"], config["separator"])


def _session(graph: bytes) -> InferenceSession:
    import onnxruntime as ort

    options = ort.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 3
    # Adding and normalising in one step takes longer here than one after the other: a tenth of all time.
    slow = ["SkipLayerNormFusion"]
    return ort.InferenceSession(graph, options, providers=["CPUExecutionProvider"], disabled_optimizers=slow)
