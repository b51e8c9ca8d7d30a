zhargy library list --library nowhere
