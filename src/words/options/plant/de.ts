import type { Like } from "../../like.ts";
import type { en } from "./en.ts";

const id = {
	name: "ID",
	description:
		"Kann leer bleiben: sie wird dann aus dem Namen gebildet. Sie ist Teil von Topics und Entitäts-IDs und sollte später nicht geändert werden. Zuerst ein Kleinbuchstabe (a–z), dann Buchstaben, Ziffern und _.",
};
const name = { name: "Name", description: "Frei gewählt, in beliebiger Sprache." };

export const de: Like<typeof en> = {
	configuration: {
		collectors: {
			name: "Kollektoren",
			description: "Nur bei mehr als einem Kollektorfeld, oder um das vorhandene zu beschreiben: ein Eintrag je Feld.",
			fields: {
				id,
				name,
				area: { name: "Fläche", description: "Die Aperturfläche des ganzen Feldes." },
				slope: { name: "Neigung", description: "0 liegt flach, 90 steht senkrecht." },
				azimuth: {
					name: "Ausrichtung",
					description: "Die Himmelsrichtung, in die es zeigt: 90 ist Ost, 180 Süd, 270 West.",
				},
			},
		},
		tanks: {
			name: "Speicher (mehrere)",
			description:
				"Nur bei mehr als einem Speicher, oder um dem vorhandenen einen Namen zu geben: ein Eintrag je Speicher. Die Gruppe Speicher gilt für Einträge ohne Inhalt.",
			fields: {
				id,
				name,
				volume: { name: "Inhalt", description: "Der Inhalt dieses Speichers." },
				height: { name: "Höhe", description: "Die Höhe innen, vom Boden bis oben." },
			},
		},
		sources: {
			name: "Andere Wärmequellen",
			description: "Was sonst Wärme liefert, etwa ein Ofen oder ein Kessel. Dort beginnen Kreise.",
			fields: { id, name },
		},
		sinks: {
			name: "Andere Verbraucher",
			description:
				"Was sonst Wärme aufnimmt, etwa eine Notkühlung. Dort enden Kreise. Ein Schwimmbad gehört unter Speicher, denn nur Speicher haben Grenzen.",
			fields: {
				id,
				name,
				use: {
					name: "Verwendung",
					description:
						"pool: wird geladen, solange die Quelle wärmer ist. heat_dump: nimmt nur überschüssige Wärme auf. circulation: die Leitung, die Warmwasser nahe an den Zapfstellen hält. heating: der Rücklauf der Heizung, den ein Speicher anhebt. Leer: wird wie ein Speicher geladen.",
				},
			},
		},
		circuits: {
			name: "Kreise",
			description:
				"Nur bei mehr als einer Pumpe, einem Kollektorfeld oder einem Speicher: ein Eintrag je Weg, den die Wärme nehmen kann, von einem Teil zu einem anderen. Gibt es alles nur einmal, bleibt die Liste leer.",
			fields: {
				id,
				name,
				from: {
					name: "Von",
					description:
						"ID oder Name der Kollektoren, des Speichers oder der Quelle, woher die Wärme kommt. Ohne Liste der Kollektoren: collector.",
				},
				to: {
					name: "Nach",
					description:
						"ID oder Name des Speichers oder Verbrauchers, wohin die Wärme geht. Ohne Liste der Speicher: tank.",
				},
				pump: {
					name: "Pumpe",
					description:
						"ID oder Name des Ausgangs, der den Kreis antreibt. Mehrere Kreise können eine Pumpe teilen. Pumpt etwas anderes, das Ventil nennen, das die Wärme durchlässt.",
				},
				valve: {
					name: "Ventil",
					description:
						"ID oder Name eines Ausgangs mit der Rolle valve, der auf bestimmte Weise stehen muss, während der Kreis läuft.",
				},
				position: {
					name: "Stellung des Ventils",
					description: "0: wie es ohne Strom steht. 100: wie es mit Strom steht.",
				},
				valve_2: {
					name: "Zweites Ventil",
					description: "Wenn auch ein zweites Ventil auf bestimmte Weise stehen muss.",
				},
				position_2: {
					name: "Stellung des zweiten Ventils",
					description: "0: wie es ohne Strom steht. 100: wie es mit Strom steht.",
				},
				priority: {
					name: "Vorrang",
					description:
						"1 kommt zuerst, wenn Kreise nicht gleichzeitig laufen können. Bleibt das Feld leer, gilt die Reihenfolge der Liste.",
				},
				from_sensor: {
					name: "Fühler an der Quelle",
					description: "ID oder Name des Fühlers, der an diesem Ende entscheidet. Leer: der des Teils.",
				},
				to_sensor: {
					name: "Fühler am Ziel",
					description:
						"ID oder Name des Fühlers, der an diesem Ende entscheidet, etwa ein tank_layer auf Höhe des oberen Wärmetauschers. Leer: der des Teils.",
				},
			},
		},
	},
};
