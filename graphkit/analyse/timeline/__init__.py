"""What happened to an entity in order, and what changed near a listing."""
