"""The table: each module draws one part of it from an Observation, and nothing else."""
