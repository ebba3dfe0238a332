"""Adapts the encoder to law from our own drafting. For development only: nothing else in the project imports it, and it needs torch."""
