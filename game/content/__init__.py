"""Content as data: packs of cards, headlines, sectors, blocs, scenarios; checked and compiled to a Rulebook."""
