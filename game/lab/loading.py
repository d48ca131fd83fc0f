"""How long the compiled core takes until its first game is played, in a process of its own; for the benchmark.

python -m game.lab.loading WHAT: the machine code comes from the folder of the cache, or is made for it.
"""

import sys
import time


def main(what: str) -> None:
    started = time.perf_counter()
    from game.content.compile import load_base, rulebook

    from .playouts import CompiledPlayouts

    CompiledPlayouts(rulebook(load_base(), "tech-war"))(1, 7)
    print(f"compiled core: {what}", f"{time.perf_counter() - started:.4f}", "s", "", sep="\t")


if __name__ == "__main__":
    main(sys.argv[1])
