"""Learns from the corpus: the provision classifier, its card, its evaluation."""
