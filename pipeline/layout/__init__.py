"""`Reading` to `Document`: one immutable text in reading order, with spans to pages and boxes."""
