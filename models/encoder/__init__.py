"""The small language model that reads a provision in its context: all-MiniLM-L6-v2 with an adapter learnt from law."""
