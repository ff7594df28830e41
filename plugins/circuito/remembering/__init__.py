"""What scheduled runs leave for the next one, on one branch of the network's repository."""
