zhargy serve --host 203.0.113.1 --allow-remote
