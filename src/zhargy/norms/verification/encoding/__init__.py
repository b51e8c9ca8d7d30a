"""A pack as formulas: what the interpreter would say of any facts, without the facts.

``facts -> symbols``, ``conditions -> rails`` (true, false; neither is unknown), ``norms -> rails`` layer by layer as
the interpreter has them. Numbers, money, days and whole years between days are exact. What formulas have no words for,
such as norms about things, is left free: a proof over them holds still, an example is replayed before it counts.

The modules below need the solver and are loaded by those who prove something.
"""
