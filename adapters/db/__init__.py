"""The only place that speaks SQL: SQLite by default, PostgreSQL by DATABASE_URL."""
