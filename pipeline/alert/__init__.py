"""`Analysis` to the forms that a person can send on: text, JSON, HTML, PDF, Word, CSV, Akoma Ntoso."""
