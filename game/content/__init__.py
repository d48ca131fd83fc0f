"""Content as data: packs of cards, headlines, blocs and scenarios; checked, and compiled to a Rulebook."""
