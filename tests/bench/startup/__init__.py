"""How fast the checker starts in a browser, beside other ways to answer the same question there."""
