"""Tables of facts with their sources, and typed cached loaders for them."""
