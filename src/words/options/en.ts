export const en = {
	configuration: {
		language: {
			name: "Language",
			description:
				"Of names and reasons in Home Assistant, of the log, and of the app's own page. auto: the page follows each browser, the rest is English.",
		},
		sensors: {
			name: "Sensors",
			description: "What is measured, and where it hangs. A collector and a tank are what the pump goes by.",
			fields: {
				id: {
					name: "Id",
					description:
						"A short name of your choice, part of topics and entity ids; keep it for ever. A lower-case letter (a–z), then letters, digits and _.",
				},
				role: {
					name: "Role",
					description:
						"What this sensor measures. collector: the collector at its hot outlet. tank: the tank where the solar coil gives its heat. tank_layer: anywhere else in the tank. return_line: the pipe back to the collector. outdoor_air, exhaust_air, supply_air, extract_air: the ventilation unit. other: is only shown.",
				},
				source: {
					name: "Source",
					description:
						"Where it hangs: the kind of device, a colon, the address. For example one_wire:28-0123456789ab.",
				},
				height: {
					name: "Height",
					description: "For tank_layer: height above the tank's bottom.",
				},
				offset: {
					name: "Offset",
					description: "Added to every reading, from a calibration.",
				},
			},
		},
		outputs: {
			name: "Outputs",
			description: "What is switched, and where it hangs: the pump, and the electric heater if there is one.",
			fields: {
				id: {
					name: "Id",
					description:
						"A short name of your choice, part of topics and entity ids; keep it for ever. A lower-case letter (a–z), then letters, digits and _.",
				},
				role: {
					name: "Role",
					description:
						"What this output drives. pump: the pump of the collector circuit. heater: the electric heater in the tank. other: runs only when you switch it.",
				},
				target: {
					name: "Target",
					description:
						"Where it hangs: the kind of device, a colon, the address. For example usb_relay:/dev/serial/by-id/NAME/1, where 1 is the relay.",
				},
				wiring: {
					name: "Wiring",
					description:
						"no (normally open): the load runs while the relay is energised. nc (normally closed): the load runs while the relay is at rest. A heater belongs on no.",
				},
				rest: {
					name: "Rest position",
					description:
						"What the load does when nobody controls it. load_off: it is off. load_on: it runs. hold: it stays as it was.",
				},
				least_run: {
					name: "Least run",
					description: "Once started it runs at least this long. Stops for safety are never delayed.",
				},
				least_rest: {
					name: "Least rest",
					description: "Once stopped it rests at least this long.",
				},
				starts_per_hour: {
					name: "Starts per hour",
					description: "At most this many starts an hour; 0 is no limit.",
				},
				excludes: {
					name: "Gives way to",
					description:
						"The id of another output: this one stays off while that one is wanted on. Neither starts before the other's board says that it is off.",
				},
			},
		},
		mqtt: {
			name: "MQTT broker",
			description: "With Home Assistant's own Mosquitto broker there is nothing to fill in here.",
			fields: {
				host: {
					name: "Broker host",
					description: "Name or address of the MQTT broker.",
				},
				port: {
					name: "Broker port",
					description: "1883 without TLS, 8883 with TLS, usually.",
				},
				username: {
					name: "User name",
					description:
						"The login that you made for this app at the broker. Leave it empty to use the one that Home Assistant offers to its apps.",
				},
				password: {
					name: "Password",
					description: "The password of that login.",
				},
				password_file: {
					name: "Password file",
					description: "Read the password from this file instead; only the app's user may be able to read it.",
				},
				allow_anonymous_broker: {
					name: "Allow a broker without login",
					description:
						"Only where there is no login at all: connect as nobody, to a broker that lets everybody in. An alarm says so for as long as it lasts.",
				},
				tls: {
					name: "TLS",
					description: "Encrypt the connection and check the broker's certificate.",
				},
				ca: {
					name: "CA certificate file",
					description: "PEM file of the authority that signed the broker's certificate, for example /ssl/ca.crt.",
				},
				cert: {
					name: "Client certificate file",
					description: "PEM file, where the broker wants a client certificate.",
				},
				key: {
					name: "Client key file",
					description: "PEM file of the client certificate's private key.",
				},
				base_topic: {
					name: "Base topic",
					description: "All topics of this app begin with this. Letters, digits, _ and -, with / between levels.",
				},
				discovery_prefix: {
					name: "Discovery prefix",
					description: "The prefix that Home Assistant listens to for discovery; the same as in its MQTT integration.",
				},
			},
		},
		tank: {
			name: "Tank",
			description: "The store that the collector charges.",
			fields: {
				volume: {
					name: "Volume",
					description: "What the tank holds.",
				},
			},
		},
		heater: {
			name: "Electric heater",
			description: "The heating element in the tank.",
			fields: {
				power: {
					name: "Power",
					description: "What the electric heater takes, as its type plate says.",
				},
			},
		},
		system_mode: {
			name: "Mode",
			description: "auto: the controller controls. off: everything at rest, only safety acts.",
		},
		site: {
			name: "Site",
			description: "Where the house stands.",
			fields: {
				latitude: {
					name: "Latitude",
					description: "Of the house, north positive.",
				},
				longitude: {
					name: "Longitude",
					description: "Of the house, east positive.",
				},
				time_zone: {
					name: "Time zone",
					description: "For example Europe/Stockholm; without it the machine's.",
				},
			},
		},
		history: {
			name: "History",
			description: "What the controller itself remembers of the past.",
			fields: {
				days: {
					name: "Days kept",
					description:
						"So long temperatures (a mean a minute) and switching are kept. 30 days of 15 sensors take 2 MB.",
				},
			},
		},
		watch: {
			name: "Watch over the broker",
			description: "Watches the broker's log: refused logins, attacks, new addresses.",
			fields: {
				enabled: {
					name: "Enabled",
					description: "Read the broker's log, and raise an alarm in Home Assistant when somebody tries something.",
				},
				log_file: {
					name: "Broker's log file",
					description:
						"Read this file. Leave it empty to get the log over MQTT: the broker then needs `log_dest topic`, and this app's login the right to read `$SYS/broker/log/#`.",
				},
			},
		},
		audit_trail: {
			name: "Audit trail",
			description: "Logins, refusals, changes and audits, chained so that nobody can change them unseen.",
			fields: {
				days: {
					name: "Days kept",
					description: "So long it is kept who changed what. A year of an ordinary house takes 2 MB.",
				},
			},
		},
		syslog: {
			name: "Syslog",
			description: "Hands what the audit trail holds, and alarms, to a collector (SIEM), by RFC 5424.",
			fields: {
				host: {
					name: "Collector's host",
					description: "Name or address of the machine that collects security events. Leave it empty to send nothing.",
				},
				port: {
					name: "Collector's port",
					description: "6514 with TLS, 514 or 601 without, usually.",
				},
				tls: {
					name: "TLS",
					description:
						"Encrypt the connection and check the collector's certificate. Off only inside a network that you trust.",
				},
				ca: {
					name: "CA certificate file",
					description: "PEM file of the authority that signed the collector's certificate, for example /ssl/ca.crt.",
				},
			},
		},
		turn: {
			name: "Turn",
			description: "The control loop decides once every so many seconds. Leave it, unless the machine is very slow.",
		},
		log_level: {
			name: "Log level",
			description:
				"How much is written to the log. info: whatever changes. warning and error: trouble only. debug and trace: more, for finding a fault.",
		},
	},
} as const;
