export const en = {
	/** In sentences. */
	quantity: {
		temperature: "temperature",
		flow: "flow",
		volume: "volume",
		pressure: "pressure",
		irradiance: "irradiance",
		power: "power",
		energy: "energy",
		humidity: "humidity",
		speed: "speed",
		contact: "the state of a contact",
		pulses: "pulses",
		price: "price",
	},
	contact: {
		closed: "closed",
		open: "open",
	},
} as const;
