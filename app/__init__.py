"""How people meet it: the command line."""
