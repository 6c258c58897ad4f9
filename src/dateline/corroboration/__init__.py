"""What articles owe to each other: which text is a copy of which."""
