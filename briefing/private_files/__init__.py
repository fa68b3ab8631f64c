"""Files that the program keeps in the user's folders, for the user alone."""
