"""Why one page stands where it stands among the results of a question, in words for editors."""
