"""Write all transcripts anew: python -m tests.transcripts"""

from game.lab.perft import POSITIONS, count, position
from tests.transcripts.scenes import GAMES, HERE, all_transcripts, game_transcript

for path, text in all_transcripts().items():
    path.write_text(text, "utf-8")
for name, seed in GAMES:
    (HERE / "games" / f"{name}-{seed}.txt").write_text(game_transcript(name, seed), "utf-8")
for name in POSITIONS:
    counts = [count(*position(name), depth) for depth in (1, 2, 3, 4)]
    (HERE.parent / "perft" / f"{name}.txt").write_text("\n".join(map(str, counts)) + "\n", "utf-8")
