"""Charts in the window: `figures` says what there is to see of a match, `plot` shows one of them in a panel."""
