"""Doors for the research world: outside tools play our game. They need the extra `research`."""
