"""SecondaryCoolantProps: propylene glycol in water. Prints rows of share, °C, kg/m³, J/(kg K)."""
import json

from scp.propylene_glycol import PropyleneGlycol

rows = []
for percent in (20, 25, 30, 35, 40, 45, 50):
    for temperature in range(0, 91, 5):
        fluid = PropyleneGlycol(percent / 100)
        rows.append([percent / 100, temperature, float(fluid.density(temperature)), float(fluid.specific_heat(temperature))])
print(json.dumps(rows))
