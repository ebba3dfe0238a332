"""Bytes to `Reading`: what stands on each page, with positions, before anything is made of it."""
