"""Fuzzing of the readers; what it found once stands among the cases of their tests."""
