/** Of a sensor and of an output. */
const NAMED = {
	id: {
		name: "Id",
		description:
			"May stay empty if there is a name: it is then made from that. It becomes part of topics and entity ids, so do not change it later. A lower-case letter (a–z) first, then letters, digits and _.",
	},
	name: { name: "Name", description: "What you call it, in any language." },
} as const;

export const en = {
	configuration: {
		language: {
			name: "Language",
			description:
				"Language of names and reasons in Home Assistant, of the log, and of the app's own page. auto: the page follows each browser, everything else is English.",
		},
		sensors: {
			name: "Sensors",
			description:
				"What is measured, and where it is connected. The pump is controlled by a collector and a tank sensor.",
			fields: {
				...NAMED,
				role: {
					name: "Role",
					description:
						"collector: at its hot outlet. tank: at the solar coil. tank_layer: elsewhere in it. flow_line, return_line: pipes from and to the collector. stove, boiler, pool: its water. room: a room. outdoor_air, exhaust_air, supply_air, extract_air: air. flow, irradiance, pressure, power, surplus_power, price, energy, humidity: a meter. tap: drawn hot water. sun_tomorrow: a forecast. other: is only shown.",
				},
				of: {
					name: "Belongs to",
					description:
						"Id or name of the collectors, tank or other part that it measures. Only needed if there are several.",
				},
				source: {
					name: "Source",
					description:
						"Where it is connected: the kind of device, a colon, the address. For example one_wire:28-0123456789ab.",
				},
				height: {
					name: "Height",
					description: "For tank_layer: height above the bottom of the tank.",
				},
				offset: {
					name: "Offset",
					description: "Is added to every reading, as found by a calibration.",
				},
				unit: {
					name: "Unit",
					description:
						"For a sensor over MQTT or Home Assistant: the unit in which it reports. Left empty, that of Home Assistant, or °C, L/min, bar, W/m², W, kWh or %.",
				},
				max_age: {
					name: "Age limit",
					description:
						"For a sensor over MQTT or Home Assistant: without a new value for this long, it counts as lost. Left empty, 300.",
				},
			},
		},
		outputs: {
			name: "Outputs",
			description: "What is switched, and where it is connected: the pump, and the electric heater if there is one.",
			fields: {
				...NAMED,
				role: {
					name: "Role",
					description:
						"What this output drives. pump: the pump of the collector circuit. heater: the electric heater in the tank. valve: a valve with two positions. other: runs only when you switch it on.",
				},
				of: {
					name: "Belongs to",
					description: "For heater: id or name of the tank that it heats. Only needed if there are several.",
				},
				target: {
					name: "Target",
					description:
						"Where it is connected: the kind of device, a colon, the address. For example usb_relay:/dev/serial/by-id/NAME/1, where 1 is the relay.",
				},
				wiring: {
					name: "Wiring",
					description:
						"no (normally open): the load runs while the relay is energised. nc (normally closed): the load runs while the relay is at rest. Connect a heater to no.",
				},
				rest: {
					name: "Rest position",
					description:
						"What the load does while no function controls it. load_off: it is off. load_on: it runs. hold: it stays as it was.",
				},
				min: {
					name: "Lowest level",
					description:
						"For a target that takes levels: it runs at this level at least. Many pumps stand still below it. A multiple of the step. Left out, it is 30.",
				},
				max: {
					name: "Highest level",
					description:
						"For a target that takes levels: it runs at this level at most. A multiple of the step. Left out, it is 100.",
				},
				step: {
					name: "Step",
					description: "For a target that takes levels: it is set to whole multiples of this. Left out, it is 1.",
				},
				curve: {
					name: "Curve of the signal",
					description:
						"How the pump reads its signal. direct: 0 to 10 V or 0 to 100 % is its speed. inverted: 10 to 0 V. pwm_solar: PWM profile for solar pumps, without a signal it stops. pwm_heating: PWM profile for heating pumps, without a signal it runs at full speed. Left out: direct.",
				},
				dead_band: {
					name: "Dead band",
					description:
						"For a target that takes levels: a change of the level by less than this waits. Left out, a pump has 5, or a little more than its step. Starts, stops, holds and safety do not wait.",
				},
				kick: {
					name: "Full speed at start",
					description:
						"For a target that takes levels: after a start it runs at its highest level for this long, so that a stuck pump comes loose.",
				},
				travel: {
					name: "Travel time",
					description:
						"For a valve: how long it takes from one position to the other. Until then no pump runs through it.",
				},
				full_flow: {
					name: "Flow at full speed",
					description:
						"For a pump: what it moves at full speed, as the flow glass shows. With it heat is counted also without a flow meter.",
				},
				least_run: {
					name: "Minimum run time",
					description: "Once started, it runs at least this long. Safety stops are never delayed.",
				},
				least_rest: {
					name: "Minimum rest time",
					description: "Once stopped, it rests at least this long.",
				},
				starts_per_hour: {
					name: "Starts per hour",
					description: "At most this many starts within an hour; 0 means no limit.",
				},
				excludes: {
					name: "Not together with",
					description:
						"The id of another output. This output stays off while the other one is to run. Neither starts before the other's board confirms that it is off.",
				},
				unverified_ok: {
					name: "Unproven is accepted",
					description:
						"For a heater whose board cannot prove that it did as it was told. true: you know that, and the heater has a safety limiter (STB) of its own that works. Without it the heater stays off there.",
				},
			},
		},
		mqtt: {
			name: "MQTT broker",
			description: "With Home Assistant's own Mosquitto broker, leave everything here unchanged.",
			fields: {
				host: {
					name: "Broker host",
					description: "Name or address of the MQTT broker.",
				},
				port: {
					name: "Broker port",
					description: "Usually 1883 without TLS and 8883 with TLS.",
				},
				username: {
					name: "User name",
					description:
						"The login that you created for this app at the broker. Leave it empty to use the one that Home Assistant offers to its apps.",
				},
				password: {
					name: "Password",
					description: "The password of that login.",
				},
				password_file: {
					name: "Password file",
					description: "Reads the password from this file instead. Only the app's user may be able to read the file.",
				},
				allow_anonymous_broker: {
					name: "Allow a broker without login",
					description:
						"Only if there is no login at all: connects without one, to a broker that accepts every client. An alarm is shown as long as this is so.",
				},
				tls: {
					name: "TLS",
					description: "Encrypts the connection and checks the broker's certificate.",
				},
				ca: {
					name: "CA certificate file",
					description: "PEM file of the authority that signed the broker's certificate, for example /ssl/ca.crt.",
				},
				cert: {
					name: "Client certificate file",
					description: "PEM file, if the broker requires a client certificate.",
				},
				key: {
					name: "Client key file",
					description: "PEM file of the client certificate's private key.",
				},
				base_topic: {
					name: "Base topic",
					description: "All topics of this app begin with it. Letters, digits, _ and -, with / between levels.",
				},
				discovery_prefix: {
					name: "Discovery prefix",
					description: "The prefix under which Home Assistant discovers devices; the same as in its MQTT integration.",
				},
				home_assistant_version: {
					name: "Version of Home Assistant",
					description:
						"Only without the Supervisor, which says it itself: for example 2026.11. Left empty, entities are announced as an old release takes them.",
				},
				device_name: {
					name: "Device name",
					description:
						"How the plant is called in Home Assistant. With several houses at one broker, give each its own. Left empty: Solar Heating.",
				},
				device_model: {
					name: "Device model",
					description:
						"The model that Home Assistant shows on the device's page. Left empty: how many sensors and outputs there are.",
				},
				page_url: {
					name: "Address of the page",
					description:
						"Only without the Supervisor, which says it itself: the address at which a browser in the house opens this app's page. Home Assistant's device page then links to it.",
				},
			},
		},
		tank: {
			name: "Tank",
			description: "The tank that the collector charges.",
			fields: {
				volume: {
					name: "Volume",
					description: "The volume of the tank.",
				},
			},
		},
		heater: {
			name: "Power of the electric heater",
			description: "The heating element in the tank.",
			fields: {
				power: {
					name: "Power",
					description: "The power of the electric heater according to its rating plate.",
				},
			},
		},
		energy: {
			name: "Energy",
			description: "What counting heat needs to know of the plant.",
			fields: {
				glycol: { name: "Glycol", description: "Share of propylene glycol in the collectors' fluid. 0 is water." },
				cold_water: {
					name: "Cold water",
					description: "How warm the water is that comes into the tank. Stored and drawn heat is counted from there.",
				},
			},
		},
		preset: {
			name: "Preset",
			description:
				"As which controller the functions are set where you have not set them yourself. predecessor: as this app is delivered. resol_bs4: RESOL DeltaSol BS/4. ta_uvr61: Technische Alternative UVR61-3. sorel: SOREL TDC. viessmann_sm1: Viessmann SM1. The documentation says what each sets.",
		},
		system_mode: {
			name: "Mode",
			description:
				"auto: the controller controls the plant. off: everything is at rest, only the safety functions act.",
		},
		site: {
			name: "Site",
			description: "Where the house stands.",
			fields: {
				latitude: {
					name: "Latitude",
					description: "Latitude of the house; north is positive.",
				},
				longitude: {
					name: "Longitude",
					description: "Longitude of the house; east is positive.",
				},
				time_zone: {
					name: "Time zone",
					description: "For example Europe/Stockholm. Left empty, the machine's time zone applies.",
				},
			},
		},
		history: {
			name: "History",
			description: "What the controller itself stores of the past.",
			fields: {
				days: {
					name: "Days kept",
					description:
						"How long temperatures (a mean per minute) and switching are kept. 30 days of 15 sensors take 2 MB. Hourly values are kept for three years in any case.",
				},
			},
		},
		watch: {
			name: "Broker watch",
			description: "Watches the broker's log: refused logins, attacks, new addresses.",
			fields: {
				enabled: {
					name: "Enabled",
					description: "Reads the broker's log, and raises an alarm in Home Assistant when someone attacks the broker.",
				},
				log_file: {
					name: "Broker's log file",
					description:
						"The file to read. Leave it empty to get the log over MQTT: the broker then needs `log_dest topic`, and this app's login the right to read `$SYS/broker/log/#`.",
				},
			},
		},
		audit_trail: {
			name: "Audit trail",
			description: "Records logins, refusals, changes and audits, chained so that any later change is noticed.",
			fields: {
				days: {
					name: "Days kept",
					description: "How long its entries are kept. A year of an ordinary house takes 2 MB.",
				},
			},
		},
		syslog: {
			name: "Syslog",
			description: "Sends the entries of the audit trail, and alarms, to a collector (SIEM), according to RFC 5424.",
			fields: {
				host: {
					name: "Collector's host",
					description: "Name or address of the machine that collects security events. Leave it empty to send nothing.",
				},
				port: {
					name: "Collector's port",
					description: "Usually 6514 with TLS, 514 or 601 without.",
				},
				tls: {
					name: "TLS",
					description:
						"Encrypts the connection and checks the collector's certificate. Switch it off only in a network that you trust.",
				},
				ca: {
					name: "CA certificate file",
					description: "PEM file of the authority that signed the collector's certificate, for example /ssl/ca.crt.",
				},
			},
		},
		turn: {
			name: "Control cycle",
			description: "How often the controller decides. Leave it unchanged, unless the machine is very slow.",
		},
		log_level: {
			name: "Log level",
			description:
				"How much is written to the log. info: every change. warning and error: only faults. debug and trace: more, for troubleshooting.",
		},
	},
} as const;
