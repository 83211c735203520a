"""What a visitor means by what was typed: operators, dates, names of places that have changed."""
