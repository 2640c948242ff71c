import type { Like } from "#words/like.ts";

export const en = {
	activity: {
		heater_control: "heating by electricity",
	},
	reason: {
		heater_comfort: "The tank is {tank:°C}; the heater heats it to {target:°C}.",
		heater_ready: "The tank is {tank:°C} and is to be {target:°C} in {left:time}.",
		heater_surplus: "There is surplus; the heater heats the tank from {tank:°C} to {target:°C}.",
		heater_runs: "Once begun, it runs for another {left:time} at least.",
		heater_rests: "It rests for another {left:time} at least.",
		heater_warm: "The tank is {tank:°C}; heating begins at {start_at:°C}.",
		heater_full: "There is surplus, but the tank is {tank:°C} already; the target is {target:°C}.",
		heater_outside: "It is outside the time windows ({windows}).",
		heater_eco: "Mode eco: it waits for surplus. The tank is {tank:°C}.",
		heater_ready_later: "The tank is to be {target:°C} later; heating begins in about {left:time}.",
		heater_clock: "The time of day is unknown, so time windows and ready-by times rest.",
		heater_sun_does:
			"The sun warms the tank by {rate:K} an hour and reaches {target:°C} in about {left:time}; the heater waits.",
		heater_sun_measured: "The sun charges the tank; in {left:time} it is clear how fast.",
		heater_no_sensor: "The tank has no sensor {sensor}. Correct it under the electric heater.",
		heater_cut_out:
			"{sensor:id} reached the cut-out of {cut_out:°C}; the heater stays off until it is below {release_below:°C}.",
		heater_no_effect: "The heater ran and warmed nothing; it stays off for another {left:time}.",
	},
	finding: {
		heater_kept_off:
			"The electric heater of {part} ran, and no sensor there changed. It stays off for 12 hours. Check water, fuse and contactor, whether its own thermostat is set lower, and whether the sensor is in its pocket. Set dry_run_after to 0 and back to allow it at once.",
	},
} as const;

export const sv: Like<typeof en> = {
	activity: {
		heater_control: "värmer med el",
	},
	reason: {
		heater_comfort: "Tanken håller {tank:°C}; elpatronen värmer den till {target:°C}.",
		heater_ready: "Tanken håller {tank:°C} och ska hålla {target:°C} om {left:time}.",
		heater_surplus: "Det finns överskott; elpatronen värmer tanken från {tank:°C} till {target:°C}.",
		heater_runs: "När den har startat går den minst {left:time} till.",
		heater_rests: "Den vilar minst {left:time} till.",
		heater_warm: "Tanken håller {tank:°C}; uppvärmningen börjar vid {start_at:°C}.",
		heater_full: "Det finns överskott, men tanken håller redan {tank:°C}; målet är {target:°C}.",
		heater_outside: "Det är utanför tidsfönstren ({windows}).",
		heater_eco: "Läget eco: den väntar på överskott. Tanken håller {tank:°C}.",
		heater_ready_later: "Tanken ska hålla {target:°C} senare; uppvärmningen börjar om ungefär {left:time}.",
		heater_clock: "Klockan är inte ställd, så tidsfönster och klar-tider vilar.",
		heater_sun_does:
			"Solen värmer tanken med {rate:K} i timmen och når {target:°C} om ungefär {left:time}; elpatronen väntar.",
		heater_sun_measured: "Solen laddar tanken; om {left:time} är det klart hur fort.",
		heater_no_sensor: "Tanken har ingen givare {sensor}. Rätta det under Elpatron.",
		heater_cut_out:
			"{sensor:id} nådde överhettningsgränsen {cut_out:°C}; elpatronen hålls av tills den är under {release_below:°C}.",
		heater_no_effect: "Elpatronen gick och värmde ingenting; den hålls av i {left:time} till.",
	},
	finding: {
		heater_kept_off:
			"Elpatronen i {part} gick, men ingen givare där ändrades. Den hålls av i 12 timmar. Kontrollera vatten, säkring och kontaktor, om dess egen termostat är lägre ställd och om givaren sitter i sin ficka. Sätt dry_run_after till 0 och tillbaka för att tillåta den genast.",
	},
};

export const de: Like<typeof en> = {
	activity: {
		heater_control: "heizt elektrisch",
	},
	reason: {
		heater_comfort: "Der Speicher hat {tank:°C}; der Heizstab heizt ihn auf {target:°C}.",
		heater_ready: "Der Speicher hat {tank:°C} und soll in {left:time} {target:°C} haben.",
		heater_surplus: "Es gibt Überschuss; der Heizstab heizt den Speicher von {tank:°C} auf {target:°C}.",
		heater_runs: "Einmal gestartet, läuft er noch mindestens {left:time}.",
		heater_rests: "Er ruht noch mindestens {left:time}.",
		heater_warm: "Der Speicher hat {tank:°C}; das Heizen beginnt bei {start_at:°C}.",
		heater_full: "Es gibt Überschuss, aber der Speicher hat schon {tank:°C}; das Ziel ist {target:°C}.",
		heater_outside: "Es ist außerhalb der Zeitfenster ({windows}).",
		heater_eco: "Betriebsart eco: Er wartet auf Überschuss. Der Speicher hat {tank:°C}.",
		heater_ready_later: "Der Speicher soll später {target:°C} haben; das Heizen beginnt in etwa {left:time}.",
		heater_clock: "Die Uhrzeit ist unbekannt, darum ruhen Zeitfenster und Fertig-Zeiten.",
		heater_sun_does:
			"Die Sonne erwärmt den Speicher um {rate:K} je Stunde und erreicht {target:°C} in etwa {left:time}; der Heizstab wartet.",
		heater_sun_measured: "Die Sonne lädt den Speicher; in {left:time} ist klar, wie schnell.",
		heater_no_sensor: "Der Speicher hat keinen Fühler {sensor}. Unter Heizstab korrigieren.",
		heater_cut_out:
			"{sensor:id} hat die Abschaltgrenze von {cut_out:°C} erreicht; der Heizstab bleibt aus, bis er unter {release_below:°C} ist.",
		heater_no_effect: "Der Heizstab lief und erwärmte nichts; er bleibt noch {left:time} aus.",
	},
	finding: {
		heater_kept_off:
			"Der Heizstab von {part} lief, aber kein Fühler dort änderte sich. Er bleibt 12 Stunden aus. Wasser, Sicherung und Schütz prüfen, ob sein eigener Thermostat niedriger eingestellt ist und ob der Fühler in seiner Hülse steckt. Um ihn sofort freizugeben, dry_run_after auf 0 und wieder zurück stellen.",
	},
};
