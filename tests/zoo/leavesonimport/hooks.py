"""Tries to end the desk."""

import sys

sys.exit(3)
