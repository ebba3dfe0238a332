"""Layout: from positioned words or paragraphs to one immutable text with lines, roles and boxes."""

from pipeline.layout.lay import lay_out

__all__ = ["lay_out"]
