"""The rim: database, original files and programs, behind the ports of `zhargy.app`."""
