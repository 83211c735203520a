"""Did you mean: slips of the finger and raw keystrokes repaired with the words of the public entries."""
