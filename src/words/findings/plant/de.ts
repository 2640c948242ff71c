import type { Like } from "../../like.ts";
import type { en } from "./en.ts";

/** What checks of the plant found. */
export const de: Like<typeof en> = {
	finding: {
		no_flow:
			"{output:id} läuft seit {minutes} min und bewegt nichts: der Kollektor hat {collector:°C}, {gain:K} mehr als der Speicher. Pumpe, Sicherung und Ventile prüfen, und ob Luft oder zu wenig Flüssigkeit im Kreis ist. Das endet, wenn ein Lauf den Unterschied unter 40 K bringt.",
		no_flow_metered:
			"{output:id} läuft seit {minutes} min, und der Durchflussmesser zeigt {flow} L/min. Pumpe, Sicherung und Ventile prüfen, und ob Luft im Kreis ist; oder den Messer. Das endet, wenn er wieder Durchfluss zeigt.",
		night_flow:
			"Nachts, während die Pumpe ruht, hat {part:id} {collector:°C} und die Außenluft {outdoor:°C}: warme Flüssigkeit steigt aus dem Speicher auf. Die Schwerkraftbremse prüfen, die nicht schließt, und ob die Pumpe wirklich ruht. Das endet nach einer Nacht ohne.",
		night_flow_alone:
			"Nachts, während die Pumpe ruht, hat {part:id} {collector:°C}: warme Flüssigkeit steigt aus dem Speicher auf. Die Schwerkraftbremse prüfen, die nicht schließt, und ob die Pumpe wirklich ruht. Das endet nach einer Nacht ohne.",
		swapped_at_night:
			"{circuit:id} hat nachts geladen, bei {sensor:id} mit {collector:°C} und {by:id} mit {tank:°C}. Das macht keine Sonne: die beiden Fühler sind wohl vertauscht, oder die Uhr geht falsch. Ihre Quellen tauschen. Das endet zwei Tage nach dem letzten Mal.",
		swapped_by_day:
			"{by:id} stieg in einer halben Stunde auf {tank:°C}, ohne dass etwas den Speicher erwärmte, und {sensor:id} blieb bei {collector:°C}: so verhält sich ein Kollektor in der Sonne. Die beiden Fühler sind wohl vertauscht. Ihre Quellen tauschen. Das endet zwei Tage nach dem letzten Mal.",
		swapped_lines:
			"Während die Pumpe lädt, hat {sensor:id} {flow:°C} und {by:id} {back:°C}: der Rücklauf ist wärmer als der Vorlauf. Ihre Fühler sind vertauscht, oder die Rohre. Das endet, wenn ein Lauf sie richtig zeigt.",
		pump_reversed:
			"{output:id} startete {starts}-mal in einer Stunde, in der der Speicher um {rise:K} wärmer wurde: Bei solcher Sonne müsste sie durchlaufen. Jedes Mal kommt kalte Flüssigkeit an den Fühler des Kollektors. Sehen Sie nach dem Pfeil auf der Pumpe: Sie muss vom kalten Ende des Speichers zum Kollektor drücken. Oder Vor- und Rücklauf des Kollektors sind vertauscht: Tauschen Sie die Rohre, oder setzen Sie den Fühler an das heiße Ende. Oder der Fühler zeigt einige K zu wenig: Nachts, nach Stunden der Ruhe, ist er so warm wie die Luft. Wenn alles stimmt, lassen Sie die Pumpe langsamer laufen. Das endet nach einer Stunde Sonne mit höchstens 2 Starts.",
		wired_the_other_way:
			"Während {output:id} eingeschaltet ist, wird der Kollektor immer heißer; während sie ruht, fließt die Flüssigkeit. Die Pumpe hängt am anderen Kontakt ihres Relais. Klemmen Sie die Leitung bei ausgeschalteter Sicherung von NC auf NO um, oder wählen Sie unter Einrichten, dass die Pumpe beim Ausprobieren stehen blieb (wiring: nc). Das endet mit einem Lauf, der den Speicher erwärmt.",
		sensor_without_power:
			"{sensor:id} sprang auf genau {value:°C} und bleibt dort: das meldet ein DS18B20, dessen Versorgung ausfiel. Seine Leitungen prüfen. Das endet, wenn er etwas anderes meldet.",
		sensor_stuck:
			"{sensor:id} meldet zu lange genau {value:°C}, um wahr zu sein. Den Fühler und das Gerät prüfen, das ihn liest. Das endet, wenn er etwas anderes meldet.",
		sensor_offset:
			"Nachts, wenn beide gleich sein sollten, weicht {sensor:id} von {by:id} um {offset:K} ab, Nacht für Nacht. Prüfen, ob er in seiner Hülse sitzt, oder seinen offset berichtigen. Das endet nach drei Nächten mit weniger als 3 K.",
		heater_no_effect:
			"{output:id} war {minutes} min an, und kein Fühler des Speichers wurde 2 K wärmer. Sicherung, eigenen Thermostat und Begrenzer und den Heizkörper prüfen. Das endet, wenn ein Lauf den Speicher erwärmt.",
		relay_stays_off:
			"{output:id} wurde eingeschaltet, und die Karte meldet seit Minuten aus. Relais und Karte prüfen. Das endet, wenn beide übereinstimmen.",
		relay_stays_on:
			"{output:id} wurde ausgeschaltet, und die Karte meldet seit Minuten an: der Kontakt klebt. An der Sicherung ausschalten und das Relais ersetzen. Das endet, wenn beide übereinstimmen.",
		pump_starts_often:
			"{output:id} startete {starts} Mal an einem Tag, {days} Tage hintereinander, was Pumpe und Relais verschleißt. Den Abstand zwischen Ein- und Ausschaltdifferenz vergrößern, oder least_run. Das endet nach einem Tag mit weniger als 60 Starts.",
		pump_worn:
			"{output:id} ist {hours} h gelaufen und {starts} Mal gestartet: Pumpen und Relais für Häuser sind für etwa 40000 h und 100000 Starts gemacht. Ersatz bereithalten. Das bleibt, bis der Ausgang eine andere id bekommt.",
		flow_fallen:
			"Bei voller Drehzahl bewegt {output:id} {flow} L/min, üblich sind {usual} L/min: so seit {days} Tagen. Luft, ein verstopfter Filter oder ein halb geschlossenes Ventil? Druck und Pumpe prüfen, oder den Zähler. Das endet mit einem Tag nahe am Üblichen. Ist es so gewollt, wird neu gelernt, wenn der Ausgang eine andere Id bekommt.",
		yield_low:
			"{circuit:id} bringt höchstens {percent} % der Wärme, die bei diesem Licht üblich ist, an {days} sonnigen Tagen in Folge. Prüfen: das Glas (Schnee, Laub, Schmutz, Schatten), ob alle Kollektoren warm und durchströmt sind, Luft im Kreis, die Dämmung und die Fühler. Das endet nach zwei sonnigen Tagen nahe am Üblichen.",
		yield_low_alone:
			"{circuit:id} kam an {days} Tagen mit genug Sonne zum Laufen nicht in die Nähe der eigenen guten Stunden: höchstens {percent} % davon. Vielleicht war es nie klar; war der Himmel klar, dann prüfen: das Glas (Schnee, Laub, Schmutz, Schatten), ob alle Kollektoren warm und durchströmt sind, Luft im Kreis und die Fühler. Das endet mit zwei guten Stunden in Folge.",
		yield_high:
			"{circuit:id} zeigt {percent} % oder mehr der üblichen Wärme, an {days} Tagen: mehr, als die Sonne gibt. Wahrscheinlich fließt weniger, als die Optionen oder der Zähler sagen, durch Luft, einen verstopften Filter oder einen verkalkten Wärmetauscher, oder ein Fühler zeigt zu viel an. Durchflussglas, Druck und Fühler prüfen. Nach einem Umbau full_flow oder area berichtigen: Dann wird neu gelernt. Das endet, wenn die Wärme wieder nahe am Üblichen liegt.",
	},
};
