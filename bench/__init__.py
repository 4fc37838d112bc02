"""Measurements of the whole program as people meet it. `python -m bench` prints them all."""
