"""Where questions are asked: the case on disk or a Neo4j server, with the same questions and the same rows."""
