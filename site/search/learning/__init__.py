"""What the portal learns of questions: how often each is asked and answered, counted without who asked."""
