"""Computer players: they get an Observation, never a State, and answer with an action."""
