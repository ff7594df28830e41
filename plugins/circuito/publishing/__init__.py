"""The only code that knows Pelican: its plugin, generator and writer, and how the result is put in place."""

from .generator import register

__all__ = ["register"]
