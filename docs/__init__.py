"""What is written about the house, and the program that takes its pictures."""
