"""The guide of size of a grid: defaults of the settings desk.grids.<name>. Cities differ, so each hall confirms its own."""

GUIDE = {"households_from": 150, "households_to": 300, "shops_from": 100, "shops_to": 150}
SOURCE = "GB/T 34300-2017 未定户数;各地约300户,或150—200户、100—150家商铺（未能核实）"
