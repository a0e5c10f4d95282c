"""Everything about plugins: manifests, states, hooks, guarded calls. No Qt; imports core only."""
