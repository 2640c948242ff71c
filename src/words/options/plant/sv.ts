import type { Like } from "../../like.ts";
import type { en } from "./en.ts";

const id = {
	name: "Id",
	description:
		"Kan lämnas tomt: då bildas det av namnet. Det ingår i ämnen och entitets-id, så ändra det inte senare. En liten bokstav (a–z) först, sedan bokstäver, siffror och _.",
};
const name = { name: "Namn", description: "Vad du kallar det, på vilket språk som helst." };

export const sv: Like<typeof en> = {
	configuration: {
		collectors: {
			name: "Solfångare",
			description: "Bara om du har mer än ett solfångarfält, eller för att beskriva ditt: en post för varje fält.",
			fields: {
				id,
				name,
				area: { name: "Area", description: "Hela fältets aperturarea." },
				slope: { name: "Lutning", description: "0 ligger plant, 90 står lodrätt." },
				azimuth: {
					name: "Väderstreck",
					description: "Den kompassriktning som det är vänt mot: 90 är öster, 180 söder, 270 väster.",
				},
			},
		},
		tanks: {
			name: "Tankar",
			description:
				"Bara om du har mer än en tank, eller för att ge din ett namn: en post för varje. Gruppen Tank gäller för poster utan volym.",
			fields: {
				id,
				name,
				volume: { name: "Volym", description: "Den här tankens volym." },
				height: { name: "Höjd", description: "Höjden invändigt, från botten till toppen." },
			},
		},
		sources: {
			name: "Andra värmekällor",
			description: "Annat som ger värme, till exempel en kamin eller en panna. Kretsar börjar där.",
			fields: { id, name },
		},
		sinks: {
			name: "Andra förbrukare",
			description:
				"Annat som tar emot värme, till exempel en värmedump. Kretsar slutar där. En pool läggs under Tankar, för bara tankar har gränser.",
			fields: {
				id,
				name,
				use: {
					name: "Användning",
					description:
						"pool: laddas så länge källan är varmare. heat_dump: tar bara emot överskottsvärme. circulation: ledningen som håller varmvatten nära kranarna. heating: värmesystemets retur, som en tank förvärmer. Tomt: laddas som en tank.",
				},
			},
		},
		circuits: {
			name: "Kretsar",
			description:
				"Bara om du har mer än en pump, mer än ett solfångarfält eller mer än en tank: en post för varje väg som värmen kan ta, från en del till en annan. Med en av varje lämnas listan tom.",
			fields: {
				id,
				name,
				from: {
					name: "Från",
					description:
						"Id eller namn på de solfångare, den tank eller den källa som ger värmen. Finns ingen lista över solfångare, skriv collector.",
				},
				to: {
					name: "Till",
					description:
						"Id eller namn på den tank eller förbrukare som tar emot värmen. Finns ingen lista över tankar, skriv tank.",
				},
				pump: {
					name: "Pump",
					description:
						"Id eller namn på den utgång som driver kretsen. Flera kretsar kan dela en pump. Om något annat pumpar: ange den ventil som släpper fram värmen.",
				},
				valve: {
					name: "Ventil",
					description: "Id eller namn på en utgång med rollen valve som måste stå på ett visst sätt medan kretsen går.",
				},
				position: {
					name: "Ventilens läge",
					description: "0: som den står utan ström. 100: som den står med ström.",
				},
				valve_2: { name: "Andra ventilen", description: "Om även en andra ventil måste stå på ett visst sätt." },
				position_2: {
					name: "Andra ventilens läge",
					description: "0: som den står utan ström. 100: som den står med ström.",
				},
				priority: {
					name: "Prioritet",
					description: "1 laddas först, om kretsar inte kan gå samtidigt. Om fältet är tomt gäller listans ordning.",
				},
				from_sensor: {
					name: "Givare vid källan",
					description: "Id eller namn på den givare som avgör i den här änden. Om fältet är tomt: delens egen.",
				},
				to_sensor: {
					name: "Givare vid målet",
					description:
						"Id eller namn på den givare som avgör i den här änden, till exempel en tank_layer i höjd med den övre slingan. Om fältet är tomt: delens egen.",
				},
			},
		},
	},
};
