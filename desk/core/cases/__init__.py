"""Core room: numbered matters that move from state to state, with clocks, people, links and a timeline."""
