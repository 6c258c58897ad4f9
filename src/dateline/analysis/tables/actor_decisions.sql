SELECT * FROM actor_decisions ORDER BY number, a, b
