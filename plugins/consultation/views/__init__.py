"""Pages the plugin draws itself: giving out, entering and comparing ballots."""
