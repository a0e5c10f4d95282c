"""The account of practice data. Known to everybody: there is nothing real in them."""

LOGIN, PASSWORD = "demo", "demo-2026"
