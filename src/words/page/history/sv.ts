import type { Like } from "../../like.ts";
import type { en } from "./en.ts";

export const sv: Like<typeof en> = {
	page: {
		history: "Historik",
		span_week: "Vecka",
		span_month: "Månad",
		span_year: "År",
		span_all: "Alla år",
		history_week: "Veckan {from} till {to}",
		history_curves: "Temperaturer",
		history_range: "Linjen är medelvärdet, skuggan runt den lägsta och högsta värdet.",
		history_bars: "Värme per källa",
		history_no_curves: "Inga temperaturer sparades under den här tiden.",
		history_no_bars: "Ingen energi räknades under den här tiden.",
		history_table: "Som tabell",
		history_time: "Tid",
		history_busy: "Många tittar på historiken. Ladda om sidan om en stund.",
		history_no_clock: "Maskinens klocka är inte ställd än, så det finns ingen historik att visa.",
		history_no_date: "{value} är inget datum. Ett datum ser ut så här: 2026-09-12.",
		history_read: "{name}. Flytta med piltangenterna eller peka på en tidpunkt för att läsa av värdena.",
	},
};
