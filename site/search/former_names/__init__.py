"""Where former names come from: the register of units, and a list of merged places that is imported."""
