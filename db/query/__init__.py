"""Every SELECT: what is read for people and for comparison. Nothing here changes a row."""
