"""What verification looks for, one question a module; each takes the space of cases and yields findings."""
