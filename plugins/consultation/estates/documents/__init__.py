"""Papers of estates and owners' committees; None gives the blank form."""
