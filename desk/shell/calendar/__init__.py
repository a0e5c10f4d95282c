"""The working calendar on the screen."""
