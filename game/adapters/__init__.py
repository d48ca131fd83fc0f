"""Doors for the research world: other people's tools play our game. Each needs its extra (`pip install .[research]`)."""
