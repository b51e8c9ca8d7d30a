"""Norms as code on pages: packs, facts to try, what comes of them, interviews. No law is worked out here."""
