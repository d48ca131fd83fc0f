"""Where the work is done: on this machine's cores, or on an existing Dask or Ray cluster, by the same joblib calls.

"dask://HOST:PORT" and "ray://HOST:PORT" need the extra `cluster` here, and this game installed on every worker.
"""

from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, nullcontext
from typing import Any, TypeVar

from joblib import Parallel, delayed, parallel_config

Result = TypeVar("Result")
BATCH = 64  # tasks handed to a cluster that can't give results back one by one


class ClusterError(Exception):
    """Why a cluster can't be used, and what to do."""


def run(
    work: Callable[..., Result], tasks: Iterable[tuple[Any, ...]], workers: int, cluster: str = ""
) -> Iterator[Result]:
    """The results in the order of the tasks, as soon as each can be given. Raises ClusterError."""
    if not cluster and workers == 1:
        for task in tasks:
            yield work(*task)
        return
    with Connection(cluster) as streams:
        if streams:
            parallel = Parallel(n_jobs=-1 if cluster else workers, return_as="generator")
            yield from parallel(delayed(work)(*task) for task in tasks)
            return
        every = list(tasks)
        for first in range(0, len(every), BATCH):
            yield from Parallel(n_jobs=-1)(delayed(work)(*task) for task in every[first : first + BATCH])


class Connection:
    """A context in which joblib works on a cluster; entering says whether results come one by one."""

    def __init__(self, address: str) -> None:
        self.address = address
        self._close: Callable[[], object] = lambda: None
        self._config: AbstractContextManager[object] = nullcontext()

    def __enter__(self) -> bool:
        scheme, _, place = self.address.partition("://")
        if not self.address:
            return True
        if scheme == "dask" and place:
            self._join_dask(place)
        elif scheme == "ray" and place:
            self._join_ray(self.address)
        else:
            raise ClusterError(
                f'"{self.address}" names no cluster: write dask://HOST:PORT or ray://HOST:PORT'
            )
        self._config.__enter__()
        return scheme == "dask"

    def _join_dask(self, place: str) -> None:
        try:
            from distributed import Client
        except ImportError as error:
            raise ClusterError("Dask is not installed here: pip install 'chokepoint[cluster]'") from error
        try:
            client = Client(f"tcp://{place}", timeout=10)
        except OSError as error:
            raise ClusterError(f"no Dask scheduler answers at {place}: {error}") from error
        self._close = client.close
        self._config = parallel_config(backend="dask")

    def _join_ray(self, address: str) -> None:
        try:
            import ray
            from ray.util.joblib import register_ray
        except ImportError as error:
            raise ClusterError("Ray is not installed here: pip install 'chokepoint[cluster]'") from error
        try:
            ray.init(address=address, log_to_driver=False)
        except (ConnectionError, RuntimeError, ValueError) as error:
            raise ClusterError(f"no Ray cluster answers at {address}: {error}") from error
        register_ray()
        self._close = ray.shutdown
        self._config = parallel_config(backend="ray")

    def __exit__(self, *error: object) -> None:
        self._config.__exit__(None, None, None)
        self._close()
