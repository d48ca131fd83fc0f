"""The debrief on the screen: its pages as blocks of words, and the curve of the chances."""
