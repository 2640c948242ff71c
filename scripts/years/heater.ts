import { USUAL_PLANT } from "#cli/app/simulate/asked/usual-plant.ts";

/** Beside the heater, where the plain thermostat measures. */
const BESIDE = { id: "tank_middle", role: "tank_layer", source: "simulated:tank/90", height: 90 };

/** When hot water is drawn, with some time before. At other times the heater leaves the tank to the sun. */
const WINDOWS: Readonly<Record<string, string>> = {
	family: "06:00-09:00, 17:00-22:00",
	morning: "05:00-07:30, 17:30-21:30",
	evening: "06:00-07:30, 17:00-22:00",
	"all day": "06:00-21:00",
	"VDI 4655": "05:00-23:00",
};

/** The app's control of the heater, with the thermostat's temperatures and sensor. */
export const heaterOptions = (household: string) => ({
	sensors: [...USUAL_PLANT.sensors, BESIDE],
	heater_control: { mode: "on", sensor: BESIDE.id, comfort: 50, hysteresis: 5, windows: WINDOWS[household] },
});

const SURPLUS = { id: "meter", role: "surplus_power", source: "mqtt:meter/power" };

/** For the family: the three ways in which heat is made beside the windows. */
export const heaterModes = (household: string): Readonly<Record<string, object>> => {
	const { sensors, heater_control } = heaterOptions(household);
	const eco = { ...heater_control, mode: "eco", windows: "always", ready_by: READY };
	return {
		windows: { sensors, heater_control },
		"ready-by": { sensors, heater_control: eco },
		"surplus and windows": { sensors: [...sensors, SURPLUS], heater_control },
		"surplus and ready-by": { sensors: [...sensors, SURPLUS], heater_control: eco },
	};
};
/** Before the family's draws. */
const READY = "06:45, 11:45, 17:45, 19:45";
