"""Whether links still lead somewhere: asked by a command of its own, never by a build."""
