"""Files become a `Network`, or a list of problems."""
