/** Device classes of the platforms that have no units. Checked against HA core 2026.11.0 (each component's `const.py`). */
export const BINARY_SENSOR_CLASSES = [
	"battery",
	"battery_charging",
	"carbon_monoxide",
	"cold",
	"connectivity",
	"door",
	"garage_door",
	"gas",
	"glass_break",
	"heat",
	"light",
	"lock",
	"moisture",
	"motion",
	"moving",
	"occupancy",
	"opening",
	"plug",
	"power",
	"presence",
	"problem",
	"running",
	"safety",
	"smoke",
	"sound",
	"tamper",
	"update",
	"vibration",
	"window",
] as const;
export const BUTTON_CLASSES = ["identify", "restart", "update"] as const;
export const EVENT_CLASSES = ["button", "doorbell", "motion"] as const;
export const SWITCH_CLASSES = ["outlet", "switch"] as const;
export const VALVE_CLASSES = ["gas", "water"] as const;
export const NUMBER_MODES = ["auto", "box", "slider"] as const;
export const TEXT_MODES = ["text", "password"] as const;

export const WATER_HEATER_MODES = ["off", "eco", "electric", "gas", "heat_pump", "high_demand", "performance"] as const;
export const WATER_HEATER_PRECISIONS = [0.1, 0.5, 1] as const;
export const TEMPERATURE_UNITS = ["C", "F"] as const;

/** `config` changes the device, `diagnostic` describes it; a primary entity has none. */
export const ENTITY_CATEGORIES = ["config", "diagnostic"] as const;
/** Home Assistant refuses `config` for both kinds of sensors, because it cannot change them. */
export const READ_ONLY_CATEGORIES = ["diagnostic"] as const;
