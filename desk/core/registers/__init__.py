"""Papers and reads of the desk's own registers that need several of them at once: accounts, units, grids, residents."""
