"""One step per format of the database. A step never imports the tables: they move on."""
