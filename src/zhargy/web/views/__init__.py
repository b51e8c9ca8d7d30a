"""One module for each thing a page lets a person do."""
