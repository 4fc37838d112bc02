"""Ticks: what is due is a row, claimed and dealt with. Knows no screen."""
