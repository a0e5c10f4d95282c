"""The pytest plugin: fixtures and guards for the desk's tests and for plugin authors' tests."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
