"""Tests of the window. Its pictures use the fonts that come with the packages and no others that are installed here."""

from game.ui import fonts

fonts.SYSTEM = ""
