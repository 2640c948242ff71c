/**
 * The units that Home Assistant accepts, by quantity. Checked against HA core 2026.11.0 (`homeassistant/const.py`). The
 * micro sign is the Greek μ (U+03BC), as in Home Assistant. The similar µ (U+00B5) is refused.
 */
export const TEMPERATURE = ["°C", "°F", "K"] as const;
export const ENERGY = [
	"J",
	"kJ",
	"MJ",
	"GJ",
	"mWh",
	"Wh",
	"kWh",
	"MWh",
	"GWh",
	"TWh",
	"cal",
	"kcal",
	"Mcal",
	"Gcal",
	"thm",
] as const;
export const POWER = ["mW", "W", "kW", "MW", "GW", "TW"] as const;
export const APPARENT_POWER = ["mVA", "VA", "kVA"] as const;
export const REACTIVE_POWER = ["mvar", "var", "kvar"] as const;
export const REACTIVE_ENERGY = ["varh", "kvarh"] as const;
export const ENERGY_PER_DISTANCE = ["kWh/100km", "Wh/km", "mi/kWh", "km/kWh"] as const;
export const CURRENT = ["μA", "mA", "A"] as const;
export const VOLTAGE = ["μV", "mV", "V", "kV", "MV"] as const;
export const FREQUENCY = ["mHz", "Hz", "kHz", "MHz", "GHz"] as const;
export const CONDUCTIVITY = ["S/cm", "mS/cm", "μS/cm"] as const;

export const DURATION = ["d", "h", "min", "s", "ms", "μs"] as const;
export const LENGTH = ["mm", "cm", "m", "km", "in", "ft", "yd", "mi", "nmi"] as const;
export const AREA = ["mm²", "cm²", "m²", "km²", "in²", "ft²", "yd²", "mi²", "ac", "ha"] as const;
export const MASS = ["μg", "mg", "g", "kg", "oz", "lb", "st"] as const;
export const PRESSURE = [
	"mPa",
	"Pa",
	"hPa",
	"kPa",
	"bar",
	"cbar",
	"mbar",
	"mmHg",
	"inHg",
	"inH₂O",
	"psi",
	"atm",
] as const;
export const SPEED = ["Beaufort", "ft/s", "in/s", "m/min", "m/s", "km/h", "kn", "mph", "mm/s"] as const;
/** Depth of water per time, for rain. */
export const PRECIPITATION_RATE = ["in/d", "in/h", "mm/d", "mm/h"] as const;
export const PRECIPITATION = ["in", "cm", "mm"] as const;

export const VOLUME = ["mL", "L", "m³", "ft³", "CCF", "MCF", "gal", "fl. oz."] as const;
export const WATER = ["L", "m³", "ft³", "CCF", "MCF", "gal"] as const;
export const GAS = ["L", "m³", "ft³", "CCF", "MCF"] as const;
export const FLOW_RATE = [
	"mL/s",
	"L/s",
	"L/min",
	"L/h",
	"m³/s",
	"m³/min",
	"m³/h",
	"ft³/min",
	"gal/min",
	"gal/h",
	"gal/d",
] as const;

export const PERCENT = ["%"] as const;
export const ANGLE = ["°"] as const;
export const ILLUMINANCE = ["lx"] as const;
export const IRRADIANCE = ["W/m²", "BTU/(h⋅ft²)"] as const;
export const SIGNAL = ["dB", "dBm"] as const;
export const SOUND = ["dB", "dBA"] as const;
export const PARTS = ["ppm", "ppb"] as const;
export const RADIATION = ["Bq/m³", "pCi/L"] as const;
export const BLOOD_GLUCOSE = ["mg/dL", "mmol/L"] as const;

export const DATA_RATE = [
	"bit/s",
	"kbit/s",
	"Mbit/s",
	"Gbit/s",
	"B/s",
	"kB/s",
	"MB/s",
	"GB/s",
	"KiB/s",
	"MiB/s",
	"GiB/s",
] as const;
export const DATA_SIZE = [
	"bit",
	"kbit",
	"Mbit",
	"Gbit",
	"B",
	"kB",
	"MB",
	"GB",
	"TB",
	"PB",
	"EB",
	"ZB",
	"YB",
	"KiB",
	"MiB",
	"GiB",
	"TiB",
	"PiB",
	"EiB",
	"ZiB",
	"YiB",
] as const;
