"""The network: the encoder's lowest layers as they are, a trunk that learns, and two copies of the next layer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import torch
from articles import ACTS, TYPES
from encoder import Array, Encoder, dequantised
from torch import Tensor, nn
from torch.nn import functional as F  # noqa: N812 - its usual name

CUE_LABELS = 4
PART_LABELS = 3
# Behind the acts: the marked words are no statement's cue.
NOT = len(ACTS)


@dataclass(frozen=True, slots=True)
class Shape:
    """How many layers are shared, and how many each task has for itself."""

    lower: int = 2
    """Layers that stay as they are: a text's vector is made of their states, so that no training moves it."""
    trunk: int = 3
    finder: int = 1
    reader: int = 1
    positions: int = 256

    @property
    def top(self) -> int:
        """How many layers all tasks share."""
        return self.lower + self.trunk


class Layer(nn.Module):
    """One layer of BERT, as the encoder has it (normalised after each half)."""

    def __init__(self, encoder: Encoder, index: int) -> None:
        super().__init__()
        width, inner = encoder.width, encoder.inner
        self.heads = encoder.heads
        self.qkv = nn.Linear(width, 3 * width)
        self.out = nn.Linear(width, width)
        self.up, self.down = nn.Linear(width, inner), nn.Linear(inner, width)
        self.after_attention = nn.LayerNorm(width, encoder.epsilon)
        self.after_inner = nn.LayerNorm(width, encoder.epsilon)
        self._fill(encoder.tensors, index)

    def _fill(self, tensors: Mapping[str, Array], index: int) -> None:
        def take(name: str) -> Tensor:
            return torch.tensor(tensors[f"l{index}.{name}"])

        with torch.no_grad():
            self.qkv.weight.copy_(torch.cat([take("q.w"), take("k.w"), take("v.w")]))
            self.qkv.bias.copy_(torch.cat([take("q.b"), take("k.b"), take("v.b")]))
            for module, name in ((self.out, "ao"), (self.up, "fi"), (self.down, "fo"),
                                 (self.after_attention, "aln"), (self.after_inner, "oln")):  # fmt: skip
                module.weight.copy_(take(f"{name}.w"))
                module.bias.copy_(take(f"{name}.b"))

    def forward(self, x: Tensor, bias: Tensor) -> Tensor:
        """`x` is `[batch, tokens, width]`; `bias` is added to the attention's scores."""
        batch, tokens, width = x.shape
        q, k, v = self.qkv(x).view(batch, tokens, 3, self.heads, width // self.heads).permute(2, 0, 3, 1, 4)
        mixed = F.scaled_dot_product_attention(q, k, v, attn_mask=bias).transpose(1, 2).reshape(batch, tokens, width)
        x = self.after_attention(x + self.out(mixed))
        done: Tensor = self.after_inner(x + self.down(F.gelu(self.up(x))))
        return done


def masked(mask: Tensor) -> Tensor:
    """What is added to the scores: nothing for tokens, a large negative number for padding."""
    return (1.0 - mask)[:, None, None, :] * -1e4


class Lower(nn.Module):
    """Embedded tokens to their states after the lowest layers, which stay as they are."""

    def __init__(self, encoder: Encoder, shape: Shape) -> None:
        super().__init__()
        self.positions = nn.Parameter(
            torch.tensor(encoder.tensors["emb.pos"][: shape.positions] + encoder.tensors["emb.type"][0])
        )
        self.first = nn.LayerNorm(encoder.width, encoder.epsilon)
        with torch.no_grad():
            self.first.weight.copy_(torch.tensor(encoder.tensors["emb.ln.w"]))
            self.first.bias.copy_(torch.tensor(encoder.tensors["emb.ln.b"]))
        self.layers = nn.ModuleList(Layer(encoder, i) for i in range(shape.lower))
        self.requires_grad_(requires_grad=False)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        """`x` `[batch, tokens, width]`, `mask` `[batch, tokens]` → states."""
        bias = masked(mask)
        x = self.first(x + self.positions[: x.shape[1]])
        for layer in self.layers:
            x = layer(x, bias)
        return x


class Finder(nn.Module):
    """States after the lowest layers to those after the trunk, and to the labels of cues."""

    def __init__(self, encoder: Encoder, shape: Shape) -> None:
        super().__init__()
        self.trunk = nn.ModuleList(Layer(encoder, i) for i in range(shape.lower, shape.top))
        self.upper = nn.ModuleList(Layer(encoder, shape.top + i) for i in range(shape.finder))
        self.cues = nn.Linear(encoder.width, CUE_LABELS)

    def forward(self, low: Tensor, mask: Tensor) -> tuple[Tensor, Tensor]:
        """`low` `[batch, tokens, width]`, `mask` `[batch, tokens]` → states, and logits of cue labels."""
        x, bias = low, masked(mask)
        for layer in self.trunk:
            x = layer(x, bias)
        states = x
        for layer in self.upper:
            x = layer(x, bias)
        return states, self.cues(x)


class Reader(nn.Module):
    """The states around one marked cue to its content and source, its act and the type of who speaks."""

    def __init__(self, encoder: Encoder, shape: Shape) -> None:
        super().__init__()
        self.mark = nn.Parameter(torch.randn(encoder.width) * 0.3)
        self.upper = nn.ModuleList(Layer(encoder, shape.top + i) for i in range(shape.reader))
        self.parts = nn.Linear(encoder.width, PART_LABELS)
        self.acts = nn.Linear(encoder.width, len(ACTS) + 1)
        self.types = nn.Linear(encoder.width, len(TYPES))

    def forward(self, states: Tensor, marks: Tensor, mask: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """`states` `[cues, tokens, width]`, `marks` and `mask` `[cues, tokens]` → logits of parts, acts, types."""
        x, bias = states + marks[:, :, None] * self.mark, masked(mask)
        for layer in self.upper:
            x = layer(x, bias)
        pooled = (x * marks[:, :, None]).sum(1) / marks.sum(1, keepdim=True).clamp(min=1)
        return self.parts(x), self.acts(pooled), self.types(pooled)


class Net(nn.Module):
    """Both, with the embedding, which stays as it is."""

    def __init__(self, encoder: Encoder, kept: list[int], shape: Shape) -> None:
        super().__init__()
        self.register_buffer("embedding", torch.tensor(dequantised(encoder.embedding[kept])), persistent=False)
        self.lower = Lower(encoder, shape)
        self.finder = Finder(encoder, shape)
        self.reader = Reader(encoder, shape)
