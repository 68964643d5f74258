"""The use cases: domain meets database. Imported by commands when they run, never by the domain."""
