zhargy serve --port http
