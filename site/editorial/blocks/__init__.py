from editorial.blocks.stream import ContentBlocks

__all__ = ["ContentBlocks"]
