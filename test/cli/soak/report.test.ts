import { describe, expect, it, test } from "@jest/globals";
import { asJson, progress, report } from "#cli/soak/report.ts";
import type { Figures, LogFigures } from "#runtime/watch.ts";
import { flawsOf, type Watched } from "#runtime/watched.ts";

const figures: Figures = {
	watched: 90.5,
	turns: { count: 90, period: 1, shortest: 0.25, longest: 4.125 },
	sensors: [
		{ sensor: "collector", state: "broken", worst_age: 31.26, patience: 30, turns_without: 3, fault: "no_answer" },
		{ sensor: "tank", state: "unknown", turns_without: 0 },
	],
	outputs: [{ output: "pump", turns_unconfirmed: 2, fault: "bus" }],
	broker: {
		state: "login_refused",
		disconnects: 1,
		attempts: 3,
		auth_errors: 2,
		failures: { "credentials-rejected": 2 },
	},
	commands: { taken: 4, refused: 1 },
	missing: 5,
	log: [
		{ level: "warning", code: "w", text: "Careful.", count: 2 },
		{ level: "error", code: "e", text: "Broken.", count: 1 },
	],
};
const WATCHED: Watched = {
	figures,
	commands: [
		{ path: "broker", tried: 3, answered: 1, slowest: 0.1234, not_allowed: false },
		{ path: "control", tried: 1, answered: 1, slowest: 0.01, not_allowed: false, refused: "No." },
	],
	unanswered: 2,
	ended: true,
	cut_short: false,
};
const CUT: Watched = {
	figures: undefined,
	commands: [
		{ path: "broker", tried: 0, answered: 0, not_allowed: true },
		{ path: "control", tried: 0, answered: 0, not_allowed: false },
	],
	unanswered: 0,
	ended: false,
	cut_short: true,
};

const ENGLISH = {
	whole: [
		"watched       1.5 min",
		"cycles        90, 0.25 to 4.125 s apart (1 s is due)",
		"reading       collector: broken, 31.3 s old at worst, 30 s allowed, without a value in 3 control cycles",
		"reading       tank: unknown, no value",
		"broker        login_refused; disconnects 1, attempts 3, authentication errors 2 (credentials-rejected 2×)",
		"missing       5 messages at the broker",
		"commands      4 taken, 1 refused, ours included",
		"log           1 kinds of error, 1 of warning",
		"  warning     w 2×: Careful.",
		"  answered    through the broker and back: 1 of 3, the slowest in 123 ms",
		"  answered    without the broker, on the control socket: 1 of 1, the slowest in 10 ms",
		"! ended: The controller ended or was restarted while it was watched.",
		"    See the end of its log.",
		"! unanswered: The controller did not answer 2 times.",
		"    Check its log and the machine's load.",
		"! late_turn: A control cycle came 4.125 s after the one before; 1 s is expected.",
		"    Check the machine's load.",
		"! no_reading: collector had no value in 3 of 90 control cycles (no_answer).",
		"    Run `solar-heating read`; check the sensor, its address and its wires.",
		"! output_unconfirmed: pump was not confirmed by its board in 2 of 90 control cycles (bus).",
		"    Check the relay board and its cable.",
		"! disconnected: The connection to the broker was lost once (credentials-rejected).",
		"    Run `solar-heating check`; it shows the cause and what to do.",
		"! auth_errors: The broker refused this login or a topic 2 times (credentials-rejected).",
		"    Run `solar-heating check`; it shows the cause and what to do.",
		"! not_connected: At the end the connection to the broker was: login_refused (credentials-rejected).",
		"    Run `solar-heating check`; it shows the cause and what to do.",
		"! log_error: Logged once: Broken.",
		"    See `e` in the log.",
		"! command_unanswered: Of 3 commands through the broker 1 were answered.",
		"    Compare the broker's access rules with `solar-heating broker acl`.",
		"! command_refused: A command without the broker that changes nothing was refused: No.",
		"    See the log.",
		"NOT FINE: 11 things are wrong. Begin with the first.",
	],
	cut: [
		"  answered    through the broker and back: not proven, as the broker does not let this login give commands",
		"  answered    without the broker, on the control socket: none could be tried",
		"NOT FINISHED: the watch was interrupted; so far nothing was wrong.",
	],
	line: "1.5 of 10 min, 90 control cycles, 2 of 2 sensors without a value, broker login_refused, 1 disconnects",
};

const SWEDISH = {
	whole: [
		"bevakat       i 1,5 min",
		"styrcykler    90, med 0,25 till 4,125 s emellan (ska vara 1 s)",
		"mätvärde      collector: fel, som mest 31,3 s gammalt, 30 s tillåts, utan värde i 3 styrcykler",
		"mätvärde      tank: okänt, inget värde",
		"broker        Inloggningen nekas; avbrott 1, försök 3, inloggningsfel 2 (credentials-rejected 2×)",
		"saknas        5 meddelanden hos brokern",
		"kommandon     4 mottagna, 1 nekade, våra inräknade",
		"logg          1 sorters fel, 1 sorters varningar",
		"  varning     w 2×: Careful.",
		"  besvarade   via brokern och tillbaka: 1 av 3, det långsammaste på 123 ms",
		"  besvarade   utan brokern, via styrsocketen: 1 av 1, det långsammaste på 10 ms",
		"! ended: Styrningen avslutades eller startades om medan den bevakades.",
		"    Se slutet av dess logg.",
		"! unanswered: Styrningen svarade inte 2 gånger.",
		"    Kontrollera dess logg och datorns belastning.",
		"! late_turn: En styrcykel kom 4,125 s efter den förra; det ska vara 1 s.",
		"    Kontrollera datorns belastning.",
		"! no_reading: collector hade inget värde i 3 av 90 styrcykler (no_answer).",
		"    Kör `solar-heating read`; kontrollera givaren, dess adress och dess kablar.",
		"! output_unconfirmed: pump bekräftades inte av sitt kort i 2 av 90 styrcykler (bus).",
		"    Kontrollera reläkortet och dess kabel.",
		"! disconnected: Anslutningen till brokern bröts en gång (credentials-rejected).",
		"    Kör `solar-heating check`, som visar orsaken och vad som ska göras.",
		"! auth_errors: Brokern nekade kontot eller ett ämne 2 gånger (credentials-rejected).",
		"    Kör `solar-heating check`, som visar orsaken och vad som ska göras.",
		"! not_connected: Anslutningen till brokern vid slutet: Inloggningen nekas (credentials-rejected).",
		"    Kör `solar-heating check`, som visar orsaken och vad som ska göras.",
		"! log_error: Loggat en gång: Broken.",
		"    Se `e` i loggen.",
		"! command_unanswered: Av 3 kommandon via brokern besvarades 1.",
		"    Jämför brokerns åtkomstregler med `solar-heating broker acl`.",
		"! command_refused: Ett kommando utan brokern som inget ändrar nekades: No.",
		"    Se loggen.",
		"INTE I ORDNING: här är 11 saker fel. Börja med den första.",
	],
	cut: [
		"  besvarade   via brokern och tillbaka: inte verifierat, eftersom brokern inte låter det här kontot ge kommandon",
		"  besvarade   utan brokern, via styrsocketen: inget kunde testas",
		"INTE KLART: bevakningen avbröts; dittills var allt som det ska.",
	],
	line: "1,5 av 10 min, 90 styrcykler, 2 av 2 givare utan värde, broker: Inloggningen nekas, 1 avbrott",
};

const GERMAN = {
	whole: [
		"überwacht     1,5 min lang",
		"Regelzyklen   90, 0,25 bis 4,125 s auseinander (vorgesehen: 1 s)",
		"Messwert      collector: gestört, höchstens 31,3 s alt, 30 s erlaubt, in 3 Regelzyklen ohne Wert",
		"Messwert      tank: unbekannt, kein Wert",
		"Broker        Anmeldung abgelehnt; Abbrüche 1, Versuche 3, Anmeldefehler 2 (credentials-rejected 2×)",
		"es fehlen     5 Nachrichten beim Broker",
		"Befehle       4 angenommen, 1 abgelehnt, unsere eingeschlossen",
		"Protokoll     Arten von Fehlern: 1, von Warnungen: 1",
		"  Warnung     w 2×: Careful.",
		"  beantwortet über den Broker und zurück: 1 von 3, der langsamste in 123 ms",
		"  beantwortet ohne den Broker, über den Steuer-Socket: 1 von 1, der langsamste in 10 ms",
		"! ended: Die Regelung wurde während der Überwachung beendet oder neu gestartet.",
		"    Das Ende ihres Protokolls ansehen.",
		"! unanswered: Die Regelung antwortete 2-mal nicht.",
		"    Ihr Protokoll und die Auslastung des Rechners prüfen.",
		"! late_turn: Ein Regelzyklus kam 4,125 s nach dem vorigen; vorgesehen sind 1 s.",
		"    Die Auslastung des Rechners prüfen.",
		"! no_reading: collector hatte in 3 von 90 Regelzyklen keinen Wert (no_answer).",
		"    `solar-heating read` ausführen; den Fühler, seine Adresse und seine Leitungen prüfen.",
		"! output_unconfirmed: pump wurde in 2 von 90 Regelzyklen von der Karte nicht bestätigt (bus).",
		"    Die Relaiskarte und ihr Kabel prüfen.",
		"! disconnected: Die Verbindung zum Broker ging einmal verloren (credentials-rejected).",
		"    `solar-heating check` ausführen; es zeigt die Ursache und was zu tun ist.",
		"! auth_errors: Der Broker lehnte dieses Konto oder ein Topic 2-mal ab (credentials-rejected).",
		"    `solar-heating check` ausführen; es zeigt die Ursache und was zu tun ist.",
		"! not_connected: Verbindung zum Broker am Ende: Anmeldung abgelehnt (credentials-rejected).",
		"    `solar-heating check` ausführen; es zeigt die Ursache und was zu tun ist.",
		"! log_error: Im Protokoll, einmal: Broken.",
		"    `e` im Protokoll ansehen.",
		"! command_unanswered: 1 von 3 Befehlen über den Broker beantwortet.",
		"    Die Zugriffsregeln des Brokers mit `solar-heating broker acl` vergleichen.",
		"! command_refused: Ein Befehl ohne den Broker, der nichts ändert, wurde abgelehnt: No.",
		"    Das Protokoll ansehen.",
		"NICHT IN ORDNUNG: Hier stimmen 11 Dinge nicht. Mit dem ersten beginnen.",
	],
	cut: [
		"  beantwortet über den Broker und zurück: nicht nachgewiesen, da der Broker dieses Konto keine Befehle geben lässt",
		"  beantwortet ohne den Broker, über den Steuer-Socket: keiner ließ sich versuchen",
		"NICHT FERTIG: Die Überwachung wurde abgebrochen; bis dahin stimmte alles.",
	],
	line: "1,5 von 10 min, 90 Regelzyklen, 2 von 2 Fühlern ohne Wert, Broker: Anmeldung abgelehnt, Abbrüche: 1",
};

describe("the report of a watch", () => {
	test.each([
		["en", ENGLISH],
		["sv", SWEDISH],
		["de", GERMAN],
	] as const)("speaks %s, down to the decimal mark and the broker's state", (language, { whole, cut, line }) => {
		expect(report(WATCHED, flawsOf(WATCHED), language)).toEqual(whole);
		expect(report(CUT, flawsOf(CUT), language)).toEqual(cut);
		expect(progress(figures, 10, language)).toBe(`\r\u001b[K${line}`);
	});

	it("has the words of its flaws in English as JSON, and their codes", () => {
		const { flaws } = asJson(WATCHED, flawsOf(WATCHED));
		expect(flaws).toHaveLength(11);
		expect(flaws[6]).toEqual({
			code: "auth_errors",
			message: "The broker refused this login or a topic 2 times (credentials-rejected).",
			remedy: "Run `solar-heating check`; it shows the cause and what to do.",
		});
	});
});

describe("a line that the controller logged", () => {
	const logged = (code: string, facts: NonNullable<LogFigures["facts"]>) => {
		const log: readonly LogFigures[] = [
			{ level: "warning", code, text: "As the controller said it.", count: 1, facts },
		];
		return report({ ...WATCHED, figures: { ...figures, log } }, [], "de").join("\n");
	};
	const broker = { host: "h", port: 1, user: "solar", class: "dropped" };

	it("is told whole in the reader's language, with what its text gets from elsewhere", () => {
		const words = logged("mqtt_failed", broker);
		expect(words).toContain("h:1");
		expect(words).not.toContain("?");
		expect(words).not.toContain("As the controller said it.");
	});

	it("of another version, which lacks facts, stays as the controller said it", () => {
		expect(logged("options_problem", { path: "turn" })).toContain("As the controller said it.");
	});
});
