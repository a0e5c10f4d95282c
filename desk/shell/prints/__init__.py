"""The print archive on the screen."""
