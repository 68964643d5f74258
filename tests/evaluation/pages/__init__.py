"""Saved pages of known truth, and how much of them is read right."""
