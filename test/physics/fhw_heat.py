"""Heat of the measured year, integrated with pandas from the columns and tables that sunpeek-exampledata brings. A minute counts
where flow and both temperatures of it and of the minute before are there. Prints one JSON object."""
import csv
import json
import os
import sys

import numpy as np
import pandas as pd
import sunpeek_exampledata
from scp.propylene_glycol import PropyleneGlycol

share, threshold = float(sys.argv[1]), float(sys.argv[2])
folder = os.path.join(os.path.dirname(sunpeek_exampledata.__file__), "FHW")
year = pd.read_csv(os.path.join(folder, "FHW__array_ArcS__2017-01-01__2017-12-31__1m__UTC.csv"), sep=";",
                   parse_dates=["timestamps_UTC"], index_col=0)
flow, cold, hot = year["vf"], year["te_in"] - 273.15, year["te_out"] - 273.15


def rows(name):
    with open(os.path.join(folder, name), encoding="utf8") as file:
        return np.array([[float(cell) for cell in row] for row in list(csv.reader(file))[1:] if row])


def integral(density, capacity):
    watts = flow * density * capacity * (hot - cold)
    watts = watts.where(flow * 60000 >= threshold, 0).where(flow.notna() & cold.notna() & hot.notna())
    pairs = (watts + watts.shift(1)) / 2
    return float(pairs[pairs > 0].sum() * 60 / 3.6e6)


fluid = PropyleneGlycol(share)
at = np.arange(-10, 101)
density = np.interp(cold, at, [fluid.density(t) for t in at])
capacity = np.interp((hot + cold) / 2, at, [fluid.specific_heat(t) for t in at])
own_density, own_capacity = rows("Pekasolar, pdf export, density.csv"), rows("Pekasolar, pdf export, heat capacity.csv")
table = integral(np.interp(cold, own_density[:, 0], own_density[:, 1]),
                 np.interp((hot + cold) / 2, own_capacity[:, 0], own_capacity[:, 1] * 1000))
missing = flow.isna() | cold.isna() | hot.isna()
runs = missing.groupby((missing != missing.shift()).cumsum()).sum()
print(json.dumps({"kwh": integral(density, capacity), "kwh_of_table": table, "longest_gap_h": float(runs.max() / 60)}))
