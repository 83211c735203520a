"""What a new portal starts with, by kind of agency."""

from portal.presets.trees import PRESETS, Node

__all__ = ["PRESETS", "Node"]
