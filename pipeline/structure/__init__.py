"""`Document` to `Law`: what is operative, what is not, and the tree of numbered provisions."""
