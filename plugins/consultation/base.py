"""The declarative base of consultation's tables; they all begin with its id."""

from desk.api.db import plugin_base

Base = plugin_base("consultation")
