"""What people have said about provisions: the taxonomy and labelled examples."""
