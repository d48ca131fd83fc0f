"""What the table asks the person at the screen: sheets over it, one for each kind of question."""
