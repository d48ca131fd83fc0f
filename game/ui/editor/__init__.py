"""The parts of the scenario editor."""
