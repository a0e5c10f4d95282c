"""Core room: backups that were verified before they are called backups, and restoring one."""
