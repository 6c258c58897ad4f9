"""What an archive as a whole tells: timeline, stories, voices, balance of pairs of states. Pure functions over readings."""
