"""Whole databases in and out as plain rows that both SQLite and PostgreSQL give and take."""
