"""What things are: the declared fields of every file, and the typed, frozen objects of a network."""
