"""Checking that a report is as it was written and says what the texts and the database say.

Nothing is ever written. A report is read as data: nothing in it is run or followed.
"""
