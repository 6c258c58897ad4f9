"""What an archive shows: typed results that every face of the program can render."""
