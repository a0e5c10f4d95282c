"""Number series and the register of given numbers on the screen."""
