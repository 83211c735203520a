"""Mail that reaches only whom it concerns: written with the deed, sent after it, once."""
