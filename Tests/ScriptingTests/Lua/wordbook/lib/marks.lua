return { open = "<", close = ">" }
