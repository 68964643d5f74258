"""Types of value: what an answer can say."""
