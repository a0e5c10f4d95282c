"""Mediation cases as other systems know them: out as a GB/T 31000 record, in from an old ledger."""
