"""What editors say of questions: words that mean the same, results that come first or never."""
