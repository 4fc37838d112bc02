"""The words of the program, read once for all tests here."""

from adapters.words import Words
from app.config import LOCALES

WORDS = Words.load(LOCALES)
