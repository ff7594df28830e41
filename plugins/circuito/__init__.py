"""Circuito publishes a network of community and cultural spaces from files in git."""
