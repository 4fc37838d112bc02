"""E-signatures held to what was shown: in this process, or by NCANode."""
