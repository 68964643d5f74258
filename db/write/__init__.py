"""Every INSERT, UPDATE and DELETE. Callers hold one transaction around what belongs together."""
