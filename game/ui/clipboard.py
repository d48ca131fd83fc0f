"""The system's clipboard, where there is one."""

import pygame

MISSING = "This system offers no clipboard. Save the text as a file instead."


def copy(text: str) -> str:
    """Put text on the clipboard. Returns why that did not work, or nothing."""
    try:
        pygame.scrap.put_text(text)
        arrived = pygame.scrap.get_text() == text
    except pygame.error:
        return MISSING
    return "" if arrived else MISSING


def paste() -> str:
    """What is on the clipboard; nothing where there is none."""
    try:
        return pygame.scrap.get_text()
    except pygame.error:
        return ""
