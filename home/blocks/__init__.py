from home.blocks.stream import FrontBlocks

__all__ = ["FrontBlocks"]
