"""What makes files of this directory from docs/PROTOCOL.md: tables, message types and test vectors."""
