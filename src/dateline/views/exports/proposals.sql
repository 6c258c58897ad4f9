SELECT * FROM proposals ORDER BY positions DESC, name
