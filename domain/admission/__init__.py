"""Admission to schools: who applies for whom, where there is room, what staff decide."""
