"""`Document` to `Law`: what is operative, what is not, and the tree of numbered provisions."""

from pipeline.structure.segment import segment, segments

__all__ = ["segment", "segments"]
