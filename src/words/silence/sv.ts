import type { Like } from "../like.ts";
import type { en } from "./en.ts";

export const sv: Like<typeof en> = {
	silence: {
		mode: "driftläget är inte automatiskt",
		off: "den går inte",
		not_own: "den går av ett annat skäl än sitt eget",
		held: "något hålls för hand",
		protecting: "anläggningen skyddar sig själv",
		fault: "en givare eller en utgång har ett fel",
		near_limit: "solfångaren eller en tank är mindre än 20 K under en gräns",
		time: "det börjar snart",
		unwanted: "styrningen ville ha den av",
		lost: "enheten sade inget mer",
		restarted: "enheten startade om eller anslöt på nytt",
		elsewhere: "appen anslöt till en annan broker",
		early: "den slogs av tidigare än dess timer kunde gå ut",
		other_hand: "något annat kopplade den, eller startade om dess timer",
		no_load: "mätaren såg ingen last medan den var på: anslut lasten eller vrid upp dess termostat",
		meter_silent: "mätaren sade inget mer",
		meter_old: "mätaren rapporterade inte efter att den slogs av: låt den rapportera effekten minst en gång i minuten",
		untested: "aldrig testad",
		waiting: "väntar",
		running: "pågår",
		passed: "godkänt",
		overdue: "försenat",
		failed: "underkänt",
	},
};
