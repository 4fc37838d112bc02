"""What is asked of the database, a module for each sort of thing kept. Only shapes."""
