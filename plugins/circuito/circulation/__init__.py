"""Which project fits where, when and at what cost: pure functions on the model."""
