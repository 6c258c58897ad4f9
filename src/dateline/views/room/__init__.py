"""What the pages of the reading room show, as typed results: the web page and its JSON twin are made from the same one."""
