const id = {
	name: "Id",
	description:
		"May stay empty: it is then made from the name. It becomes part of topics and entity ids, so do not change it later. A lower-case letter (a–z) first, then letters, digits and _.",
};
const name = { name: "Name", description: "What you call it, in any language." };

export const en = {
	configuration: {
		collectors: {
			name: "Collectors",
			description: "Only with more than one field of collectors, or to describe yours: one entry for each field.",
			fields: {
				id,
				name,
				area: { name: "Area", description: "The aperture of the whole field." },
				slope: { name: "Slope", description: "0 lies flat, 90 stands upright." },
				azimuth: {
					name: "Direction",
					description: "The compass direction that it faces: 90 is east, 180 south, 270 west.",
				},
			},
		},
		tanks: {
			name: "Tanks",
			description:
				"Only with more than one tank, or to give yours a name: one entry for each. The group Tank applies to entries without a volume.",
			fields: {
				id,
				name,
				volume: { name: "Volume", description: "The volume of this tank." },
				height: { name: "Height", description: "The height of its inside, from the bottom to the top." },
			},
		},
		sources: {
			name: "Other heat sources",
			description: "What else gives heat, such as a stove or a boiler. Circuits begin there.",
			fields: { id, name },
		},
		sinks: {
			name: "Other consumers",
			description:
				"What else takes heat, such as a heat dump. Circuits end there. A pool goes under Tanks, because only tanks have limits.",
			fields: {
				id,
				name,
				use: {
					name: "Use",
					description:
						"pool: charged as long as the source is warmer. heat_dump: only takes heat that is too much. circulation: the line that keeps hot water near the taps. heating: the return of the heating, which a tank preheats. Left empty, it is charged like a tank.",
				},
			},
		},
		circuits: {
			name: "Circuits",
			description:
				"Only with more than one pump, collector field or tank: one entry for each way that heat can take, from a part to a part. With one of each, this list stays empty.",
			fields: {
				id,
				name,
				from: {
					name: "From",
					description:
						"Id or name of the collectors, the tank or the source that gives the heat. If there is no list of collectors, write collector.",
				},
				to: {
					name: "To",
					description:
						"Id or name of the tank or consumer that takes the heat. If there is no list of tanks, write tank.",
				},
				pump: {
					name: "Pump",
					description:
						"Id or name of the output that drives it. Several circuits can share a pump. If something else pumps, name the valve that lets the heat through.",
				},
				valve: {
					name: "Valve",
					description: "Id or name of an output with the role valve that has to stand in a certain way while it runs.",
				},
				position: {
					name: "Position of the valve",
					description: "0: as it stands without current. 100: as it stands with current.",
				},
				valve_2: { name: "Second valve", description: "If a second valve has to stand in a certain way too." },
				position_2: {
					name: "Position of the second valve",
					description: "0: as it stands without current. 100: as it stands with current.",
				},
				priority: {
					name: "Priority",
					description:
						"1 is served first, if circuits cannot run at the same time. Left empty, the order of this list applies.",
				},
				from_sensor: {
					name: "Sensor at the source",
					description: "Id or name of the sensor that decides at this end. Left empty, that of the part.",
				},
				to_sensor: {
					name: "Sensor at the target",
					description:
						"Id or name of the sensor that decides at this end, such as a tank_layer at the height of the upper coil. Left empty, that of the part.",
				},
			},
		},
	},
} as const;
