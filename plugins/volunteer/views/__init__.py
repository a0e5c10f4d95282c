"""Pages of volunteering that are truly its own; the only modules of this plugin that load Qt."""
