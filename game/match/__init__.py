"""One game being played: the position, its log, its seats, its file."""
