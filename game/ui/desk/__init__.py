"""The parts of the teacher's desk: grids of words and numbers, and the pages of the class report."""
