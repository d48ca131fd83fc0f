"""Around a match: what it looks like afterwards, by rounds, in curves and pictures. The rules don't know of it."""
