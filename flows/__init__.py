"""What the system does: reading under limits, scanning, wiring; the composition root."""
