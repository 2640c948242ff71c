import type { Like } from "../../like.ts";
import type { en } from "./en.ts";

export const de: Like<typeof en> = {
	problem: {
		id_or_name: "Ergänzen: hier gehört ein Text hin. Oder einen Namen angeben, aus dem die ID gebildet wird.",
		name_without_id:
			"Mindestens einen Buchstaben oder eine Ziffer verwenden: Aus dem Namen wird die ID gebildet. Oder eine ID angeben.",
		name_gives_id: "Dieser Name ergibt die ID {id}. {why:problem} Oder eine eigene ID angeben.",
		broken_text: "Eines der Zeichen ist unvollständig: den Text neu eingeben.",
		place_id_taken: "Ein anderer Teil oder Kreis hat diese ID schon: eine andere wählen.",
		no_such_entry: "Nichts mit dieser ID oder diesem Namen kann hier stehen. Eines davon wählen: {known}.",
		none_listed: "Noch gibt es nichts zur Auswahl: zuerst unter {list} eintragen.",
		which_part: "Angeben, wozu er gehört: {known}.",
		other_part: "Hier kann nur ein Eintrag daraus stehen: {list}.",
		sensor_role_taken_here:
			"Ein anderer Fühler von {part} hat diese Rolle schon: für weitere tank_layer oder other nehmen.",
		sensor_elsewhere: "Dieser Fühler gehört zu {part}. Einen an diesem Ende des Kreises wählen.",
		no_thermometer: "Dieser Fühler hat die Rolle {role}. Einen wählen, der eine Temperatur misst.",
		tank_unseen:
			"Nichts misst {part} dort, wo er beheizt wird, daher darf ihn nichts heizen. Einen Fühler mit role tank und of {part} auf dieser Höhe eintragen.",
		field_unseen:
			"Nur ein Rohr von {part} wird gemessen, daher bemerkt nichts, wenn das Feld kocht. Einen Fühler mit role collector und of {part} am heißen Austritt eintragen.",
		excludes_valve:
			"Das Ventil eines Kreises bewegt sich nur, während die Pumpe ruht. Daher kann es keinem anderen Ausgang weichen, und kein anderer ihm. Diese Angabe entfernen.",
		describe_circuits:
			"Es gibt mehr als eine Möglichkeit. Für jeden Weg der Wärme einen Kreis eintragen: von welchem Teil, zu welchem Teil, mit welcher Pumpe.",
		circuit_to_itself: "Ein Kreis führt von einem Teil zu einem anderen: einen anderen wählen.",
		circuits_alike:
			"Der Kreis {circuit} hat dieselben Enden, dieselbe Pumpe und dieselben Ventile: einen der beiden entfernen.",
		flows_to_both:
			"Mit dieser Pumpe und diesen Ventilstellungen fließt auch Wärme zu {part}, wie im Kreis {circuit}. Den beiden verschiedene Stellungen eines Ventils geben, oder jedem ein eigenes Ventil oder eine eigene Pumpe.",
		pump_role:
			"Dieser Ausgang hat die Rolle {role}. Einen mit der Rolle pump wählen, oder mit der Rolle valve, wenn etwas anderes pumpt.",
		valve_role: "Dieser Ausgang hat die Rolle {role}. Einen mit der Rolle valve wählen.",
		valve_is_pump: "Das ist schon die Pumpe des Kreises. Das Ventil wählen, oder leer lassen.",
		valve_again: "Das ist schon das erste Ventil. Ein anderes wählen, oder leer lassen.",
		valve_missing: "Das Ventil zu dieser Stellung wählen, oder die Stellung entfernen.",
		position_missing: "Angeben, wie das Ventil steht, während der Kreis läuft: 0 wie ohne Strom, 100 wie mit Strom.",
		not_at_place: "Bei {place}, das eigene Einstellungen hat, passt es nicht: {why:problem}",
		in_no_circuit:
			"Kein Kreis nennt {output}, daher läuft er nur, wenn man ihn von Hand einschaltet. In einem Kreis nennen, oder ihm die Rolle other geben.",
		priority_twice:
			"Der Kreis {circuit} hat denselben Vorrang und ein anderes Ziel, daher entscheidet die Reihenfolge der Liste. Verschiedene Vorränge geben.",
		circuit_by_hand:
			"Nichts betreibt diesen Kreis, weil store_exchange ausgeschaltet ist, daher läuft er nur, wenn man seine Pumpe einschaltet. store_exchange.enabled auf true setzen, oder so lassen.",
		source_by_hand:
			"Nichts betreibt diesen Kreis, weil boiler_charging ausgeschaltet ist, daher läuft die Pumpe nur, wenn man sie einschaltet. boiler_charging.enabled auf true setzen, oder die Pumpe dem eigenen Thermostat des Ofens überlassen: ohne ihn kann der Ofen kochen.",
		end_unseen:
			"Kein Fühler misst {part}, daher läuft dieser Kreis nicht von selbst. Einen Fühler von {part} eintragen, oder hier einen nennen.",
		only_cools:
			"Kein Fühler misst {part}, daher wird hier nicht geladen, sondern nur ein zu heißer Kollektor gekühlt. Zum Laden einen Fühler von {part} eintragen, oder hier einen nennen.",
		no_limit_here:
			"Nichts begrenzt, wie warm {part} wird: geladen wird, solange der Kollektor wärmer ist. Stattdessen unter tanks eintragen, mit einem Fühler mit role tank und eigenem tank_limit_target.",
		part_in_no_circuit: "Kein Kreis führt zu {part} oder von dort weg. Einen eintragen, oder {part} entfernen.",
		heater_unproven:
			"Nichts bestätigt, dass {target} tut, was es soll, und ein Heizstab, der nicht abschaltet, läuft trocken und brennt durch. Eine Karte verwenden, die zurückgelesen wird. Hat der Heizstab einen eigenen Sicherheitstemperaturbegrenzer (STB), der funktioniert, kann dies stattdessen auf true gesetzt werden.",
		heater_unproven_before:
			"Nichts bestätigt, dass {target} tut, was es soll. Der Heizstab läuft weiter, weil er das schon tat, bevor eine Bestätigung verlangt wurde. Eine Karte verwenden, die zurückgelesen wird, oder dies auf true setzen, wenn der Heizstab einen eigenen Sicherheitstemperaturbegrenzer (STB) hat, der funktioniert.",
		function_idle:
			"Die Anlage hat nichts, womit diese Funktion arbeiten kann, daher tut sie nichts. Ergänzen, was die Beschreibung nennt, oder die Funktion ausschalten.",
		function_lacks:
			"Kein Fühler hat die Rolle {role}, daher tut diese Funktion nichts. Einen solchen Fühler ergänzen oder die Funktion ausschalten.",
		eco_without_surplus:
			"In der Betriebsart eco wartet der Heizstab auf Überschuss oder eine Zeit in ready_by, und beides fehlt. Einen Fühler mit der Rolle surplus_power oder price ergänzen, ready_by angeben oder on wählen.",
		no_rule_here: "Diese Funktion läuft nicht für diesen Kreis, daher hat der Wert keine Wirkung. Entfernen.",
		valve_position: "0 (wie ohne Strom) oder 100 (wie mit Strom) angeben.",
		wiring_beyond:
			"Ein Gerät hinter einem Netzwerk schaltet seinen Verbraucher aus, indem es einen Kontakt öffnet. Den Verbraucher an den Schließer (no) anschließen, sonst liefe er an, wenn das Netzwerk ausfällt.",
		curve_beyond:
			"Ein Gerät hinter einem Netzwerk steht auf 0, wenn das Netzwerk ausfällt, und mit dieser Kennlinie läuft die Pumpe dann mit voller Drehzahl. direct oder pwm_solar wählen.",
		rest_beyond:
			"Ein Gerät hinter einem Netzwerk ist aus, wenn das Netzwerk ausfällt, und kann nichts anderes. load_off wählen.",
		turn_too_slow:
			"Der Befehl an ein Gerät hinter einem Netzwerk wird in {option} dreimal erneuert: hier höchstens {most} s, oder dort eine längere Zeit.",
		heater_beyond:
			"Kein Gerät kann melden, wie sein Verbraucher angeschlossen ist oder dass er nach einem Stromausfall aus bleibt. Den Heizstab einschalten, das Gerät vom Strom trennen und wieder anschließen: Der Heizstab muss aus bleiben. Tut er das, hier true eintragen. Er braucht außerdem einen bestandenen Stilletest.",
	},
};
