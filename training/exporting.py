"""Write the network as the one file that the package reads."""

from __future__ import annotations

import io
import json
import tempfile
import zipfile
from pathlib import Path
from typing import Any

import torch
from encoder import Encoder
from net import Net
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import nn

WHEN = (2026, 1, 1, 0, 0, 0)
"""The time of every member, so that the same weights give the same bytes."""


def export(net: Net, encoder: Encoder, kept: list[int], config: dict[str, Any], target: Path) -> int:
    """Write the file and return its size in bytes."""
    width = encoder.width
    net.eval()
    x, mask = torch.randn(2, 24, width), torch.ones(2, 24)
    lower = _graph(net.lower, (x, mask), ["x", "mask"], ["low"])
    finder = _graph(net.finder, (x, mask), ["low", "mask"], ["states", "cues"])
    reader = _graph(net.reader, (x, mask * 0 + 1, mask), ["states", "marks", "mask"], ["parts", "acts", "types"])
    table = "".join(f"{encoder.pieces[i]}\t{encoder.scores[i]:.4f}\n" for i in kept)
    settings = {"width": width, "unknown": kept.index(encoder.unknown), "separator": kept.index(encoder.separator)}
    members = {
        "config.json": json.dumps(settings | config, indent=1).encode(),
        "pieces.tsv": table.encode(),
        "embedding.bin": encoder.embedding[kept].tobytes(),
        "lower.onnx": lower,
        "finder.onnx": finder,
        "reader.onnx": reader,
    }
    target.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as archive:
        for name, data in members.items():
            archive.writestr(zipfile.ZipInfo(name, WHEN), data)
    return target.stat().st_size


def _graph(module: nn.Module, example: tuple[Any, ...], inputs: list[str], outputs: list[str]) -> bytes:
    """An ONNX graph with its matrices in int8."""
    axes = {name: {0: "rows", 1: "tokens"} for name in (*inputs, *outputs) if name not in ("acts", "types")}
    axes |= {name: {0: "rows"} for name in ("acts", "types") if name in outputs}
    held = io.BytesIO()
    torch.onnx.export(
        module,
        example,
        held,
        input_names=inputs,
        output_names=outputs,
        dynamic_axes=axes,
        opset_version=17,
        dynamo=False,
    )
    with tempfile.TemporaryDirectory() as folder:
        plain, small = Path(folder) / "plain.onnx", Path(folder) / "small.onnx"
        plain.write_bytes(held.getvalue())
        quantize_dynamic(
            plain, small, weight_type=QuantType.QInt8, per_channel=True, op_types_to_quantize=["MatMul", "Gemm"]
        )
        return small.read_bytes()
