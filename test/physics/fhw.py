"""Path of the measured year that sunpeek-exampledata brings, and its fluid: rows of °C and kJ/(kg K), of °C and kg/m³."""
import csv
import json
import os

import sunpeek_exampledata

folder = os.path.join(os.path.dirname(sunpeek_exampledata.__file__), "FHW")


def rows(name):
    with open(os.path.join(folder, name), encoding="utf8") as file:
        return [[float(cell) for cell in row] for row in list(csv.reader(file))[1:] if row]


print(json.dumps({"year": os.path.join(folder, "FHW__array_ArcS__2017-01-01__2017-12-31__1m__UTC.csv"),
                  "heat": rows("Pekasolar, pdf export, heat capacity.csv"),
                  "density": rows("Pekasolar, pdf export, density.csv")}))
