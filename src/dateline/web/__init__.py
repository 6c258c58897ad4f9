"""The reading room: a local web page over an archive, and the same as JSON. It only reads."""
