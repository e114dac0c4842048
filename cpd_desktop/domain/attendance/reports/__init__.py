"""A stranger's report of a meeting: which kind it is, and what each of its rows tells."""
