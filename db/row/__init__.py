"""Domain objects as rows and back: the one place that knows both."""
