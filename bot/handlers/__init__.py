"""One file per part of the conversation; each fills a table of routes."""
