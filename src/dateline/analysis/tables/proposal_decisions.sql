SELECT * FROM proposal_decisions ORDER BY number, a, b
