"""Content as data: packs of cards, headlines, sectors, blocs and scenarios, checked and compiled to a Rulebook."""
