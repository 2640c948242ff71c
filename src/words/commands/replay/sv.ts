import type { Like } from "../../like.ts";
import type { en } from "./en.ts";

export const sv: Like<typeof en> = {
	command: {
		row_order: "rad {line}: tiden {time} ligger före raden ovanför. Sortera tabellen efter tid.",
		row_number:
			"rad {line}: {sensor} är ”{cell}”. Skriv ett tal med decimalpunkt, eller lämna cellen tom för en misslyckad läsning.",
		row_unit:
			"rad {line}: {sensor} är ”{cell}”. Bara grader Celsius läses: räkna om kolumnen, med eller utan °C efter talet.",
		row_unit_of:
			"rad {line}: {sensor} är ”{cell}”. Givaren mäter i {unit}: räkna om kolumnen, med eller utan enheten efter talet.",
		row_column: "rad {line}: kolumnen ”{column}” är ingen givare i de här inställningarna. Det finns: {known}.",
		column_twice: "rad {line}: kolumnen ”{column}” finns två gånger. Behåll en av dem.",
		table_utf16: "tabellen är UTF-16. Spara den som UTF-8 (i ett kalkylprogram: CSV UTF-8).",
		table_sep: "rad 1: ta bort raden `sep=…`; avgränsaren hittas utan den.",
		row_no_time: "rad 1: rubrikraden behöver en kolumn `time`.",
		row_time: "rad {line}: tiden ”{time}” går inte att tyda. Skriv sekunder, eller ISO 8601 som 2026-07-01T12:00:00Z.",
		row_serial:
			"rad {line}: tiden {time} ser ut som ett datum så som kalkylprogram räknar det, i dygn. Formatera kolumnen som åååå-mm-dd hh:mm:ss och spara tabellen igen; är det sekunder, börja med 0.",
		row_left_out:
			"rad {line}: klockan visar aldrig {time} i inställningarnas tidszon, eftersom den ställdes fram. En logger som går på vintertid hela året behöver tider med sin skillnad mot UTC, som 2026-03-29T02:30:00+01:00, eller en `site.time_zone` utan sommartid, till exempel Etc/GMT-1 för UTC+1.",
		row_intent: "rad {line}: intent: {why:command} Skriv till exempel {example}.",
		row_cells: "rad {line}: den har fler eller färre celler än rubrikraden. Ge varje kolumn en cell, som får vara tom.",
		row_quotes:
			"rad {line}: ett citattecken saknas eller står fel. Sätt hela cellen inom citattecken och dubblera dem som står i den.",
		row_unreadable: "rad {line}: det här är ingen tabellrad. Skilj cellerna med komma, semikolon eller tabb.",
		table_unreadable: "den går inte att läsa ({why}). Kontrollera sökväg och rättigheter.",
		table_empty:
			"det finns ingen rad i den. Skriv en rubrikrad med `time` och givarnas id, och en rad för varje avläsning.",
		history_none: "appen har inte sparat något än. Ange dess datamapp med --data.",
		intent_form: "det här är inget kommando.",
		intent_field: "{field}: {remedy:problem}",
		intent_no_json: "det är inte JSON.",
	},
};
