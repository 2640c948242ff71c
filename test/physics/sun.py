"""pvlib's sun and light: by the same formulae, and its SPA. Prints one JSON object."""
import json

import numpy as np
import pandas as pd
import pvlib
from pvlib import irradiance, solarposition

ALBEDO = 0.2
same = []
for latitude in (-35.0, 0.0, 38.0, 49.8, 59.3, 66.0):
    for day in range(1, 366, 13):
        declination = float(solarposition.declination_spencer71(day))
        outside = float(irradiance.get_extra_radiation(day, solar_constant=1361, method="asce"))
        for hour in np.arange(0, 24, 1.7):
            angle = np.radians((hour - 12) * 15)
            zenith = float(solarposition.solar_zenith_analytical(np.radians(latitude), angle, declination))
            azimuth = float(solarposition.solar_azimuth_analytical(np.radians(latitude), angle, declination, zenith))
            for slope, turned in ((0, 0), (35, 0), (45, -90), (60, 120)):
                surface = 180 + turned
                incidence = float(irradiance.aoi_projection(slope, surface, np.degrees(zenith), np.degrees(azimuth)))
                beam, sky = 700.0, 150.0
                level = max(np.cos(zenith), 0)
                light = None
                if level > 0.03:
                    total = beam * level + sky
                    tilted = irradiance.haydavies(slope, surface, sky, beam, outside, np.degrees(zenith), np.degrees(azimuth))
                    ground = irradiance.get_ground_diffuse(slope, total, ALBEDO)
                    light = float(beam * max(incidence, 0) + tilted + ground)
                same.append([latitude, day, float(hour), slope, turned, float(np.cos(zenith)), incidence, light])

spa = []
times = pd.date_range("2025-01-01", "2025-12-31 23:00", freq="101min", tz="UTC")
for latitude, longitude in ((38.0, 23.7), (49.8, 9.9), (59.3, 18.1)):
    position = solarposition.get_solarposition(times, latitude, longitude, method="nrel_numpy")
    for time, elevation in zip(times, position["elevation"]):
        spa.append([latitude, longitude, time.day_of_year, time.hour + time.minute / 60, float(elevation)])

print(json.dumps({"version": pvlib.__version__, "same": same, "spa": spa,
                  "equation": [float(solarposition.equation_of_time_spencer71(day)) for day in range(1, 366)],
                  "haurwitz": [float(pvlib.clearsky.haurwitz(pd.Series([90.0 - e]))["ghi"].iloc[0]) for e in range(1, 91)]}))
