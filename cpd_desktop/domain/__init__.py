"""What the trade means: values, rules, errors. Plain Python, no I/O, nothing third-party."""
