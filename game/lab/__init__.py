"""Many games: self-play with statistics, and the benchmark."""
