"""``zhargy ask``: the questions of a pack, one after another, only while they can still change the result."""
