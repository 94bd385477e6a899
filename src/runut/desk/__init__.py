"""The desk: articles kept with their captures, found again, ruled on, and never silently lost."""
