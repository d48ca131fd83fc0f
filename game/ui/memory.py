"""The memory of large pictures goes back to the system as soon as they go."""

import ctypes
import sys

MMAP_THRESHOLD = -3  # glibc's name for it: from this size on a block is a mapping of its own
LARGE = 128 * 1024  # bytes


def give_back() -> None:
    """On Linux: glibc raises that size with every large block that is freed, and then keeps what pictures leave
    behind: after a round at the table that is 40 MB.
    """
    if sys.platform == "linux":
        try:
            ctypes.CDLL(None).mallopt(MMAP_THRESHOLD, LARGE)
        except (OSError, AttributeError):  # another C library
            pass
