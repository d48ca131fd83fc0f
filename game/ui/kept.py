"""Pictures that are kept for the next time, as many as fit into a number of bytes: the longest unused go first."""

from collections.abc import Hashable

import pygame


class Kept:
    def __init__(self, room: int) -> None:
        """`room` in bytes."""
        self.room, self.size = room, 0
        self._pictures: dict[Hashable, pygame.Surface] = {}

    def __len__(self) -> int:
        return len(self._pictures)

    def get(self, key: Hashable) -> pygame.Surface | None:
        picture = self._pictures.pop(key, None)
        if picture is not None:
            self._pictures[key] = picture  # the order is that of the last use
        return picture

    def put(self, key: Hashable, picture: pygame.Surface) -> pygame.Surface:
        """Keep a picture, if it is not too large to be worth the room of many others."""
        size = weight(picture)
        if size <= self.room // 4 and key not in self._pictures:
            self._pictures[key] = picture
            self.size += size
        while self.size > self.room:
            self.size -= weight(self._pictures.pop(next(iter(self._pictures))))
        return picture


def weight(picture: pygame.Surface) -> int:
    """Bytes of a picture."""
    return picture.get_pitch() * picture.get_height()
