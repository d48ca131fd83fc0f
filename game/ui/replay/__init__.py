"""The parts of the analysis board: the track of the match, and the panel with which it is gone through."""
