"""The rules of Chokepoint: pure, deterministic, standard library only.

Two nouns, `Rulebook` and `State`, and six verbs, `start`, `legal`, `apply`, `observe`, `determinize`, `outcome`
(see `rules` and `view`). Nothing here knows about files, clocks, screens or luck.
"""
