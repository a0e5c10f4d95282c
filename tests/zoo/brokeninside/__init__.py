"""Zoo: what it declares looks right and raises, or contradicts itself, when it is used."""
