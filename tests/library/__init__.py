"""What each service of the library comes to: price, danger, team, what is owed."""
