"""The words of the program, read once for all tests here."""

from adapters.words import Words
from app.wiring import LOCALES

WORDS = Words.load(LOCALES)
