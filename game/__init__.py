"""Chokepoint: technological chess between the United States and China."""

__version__ = "0.1.0"
