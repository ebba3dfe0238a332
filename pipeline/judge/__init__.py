"""`Provision` to `Finding`: facts, attributes, safeguards, severity and norms around what a classifier said."""
