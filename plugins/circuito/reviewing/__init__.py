"""Proposals from outside: what they change, who may, what is wrong with them, and how a filed form becomes a file."""
