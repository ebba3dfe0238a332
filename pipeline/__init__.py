"""A pure function from the bytes of a document to an `Analysis`: no database, no web, no clock, no environment, no trained model."""
