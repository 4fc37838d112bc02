"""Values read once at the edge from whatever a person typed; past `read` nobody checks again."""
