import type { BlueprintTexts } from "./translated.ts";

/** Texts of the blueprints, by file and place. */
export const SV: BlueprintTexts = {
	fault_notification: {
		name: "Solvärme: meddelande vid fel",
		description:
			"Säger till när Solar Heating hittar ett fel: meddelandet säger vad som är fel och vad du ska göra. Du får också veta när appen inte har hörts av på ett tag, och när allt är i ordning igen. Ett fel som finns kvar när appen startar meddelas på nytt.",
		"notify.name": "Så får du veta det",
		"notify.description":
			"Vad som ska göras med `title` och `message`. Från början är det en notis i Home Assistant. För din telefon väljer du dess åtgärd *Skicka en avisering via mobilappen* med samma två mallar.",
		"alarms_only.name": "Bara larm",
		"alarms_only.description":
			"På: bara larm, till exempel att reläkortet saknas eller att inställningarna är ogiltiga. Av: även varningar, till exempel en förlorad givare.",
		"silent_for.name": "Appen är tyst i",
		"silent_for.description": "Så länge ska dess entiteter vara otillgängliga innan du får veta det.",
		"entities.name": "Entiteter",
		"entities.description": "Ändra dem bara om dina entiteter har andra id:n.",
		"entities.fault_began.name": "Fel uppstod",
		"entities.findings.name": "Att åtgärda",
		"texts.name": "Texter",
		"texts.description": "Felen har appens språk. De här texterna gäller resten.",
		"texts.title.name": "Rubrik",
		"texts.title.default": "Solvärme",
		"texts.silent_text.name": "När appen är tyst",
		"texts.silent_text.default":
			"Appen har inte hörts av på ett tag. Se efter om den körs, under Inställningar > Appar, och om brokern gör det. Medan appen är stoppad styr ingenting anläggningen.",
		"texts.well_text.name": "När allt är bra igen",
		"texts.well_text.default": "Allt är i ordning igen.",
	},
	pv_surplus: {
		name: "Solvärme: solelens överskott till elpatronen",
		description:
			"Slår på elpatronen medan solcellerna har effekt över och lämnar tillbaka den till styrningen när överskottet är slut eller tanken är varm. Appens eget skydd är starkare: vid tankens maxtemperatur eller utan tankgivare förblir elpatronen av, och du får veta varför. Det som slås på är ett handläge som slutar av sig självt, senast efter en timme. Det förnyas var tionde minut medan det finns överskott, så elpatronen slås av även om Home Assistant stannar. Slår du av elpatronen för hand förblir den av så länge ditt handläge varar. Ställ appens `manual.hold_for` på 20 minuter eller mer.",
		"surplus.name": "Överskott",
		"surplus.description":
			"Vad ditt hus matar in på nätet, i W eller kW. Ett värde som är äldre än tio minuter räknas som inget överskott.",
		"feed_in_negative.name": "Inmatning är ett negativt tal",
		"feed_in_negative.description": "En del mätare visar inmatning under noll och uttag över.",
		"start_above.name": "Starta från",
		"start_above.description": "Elpatronen startar vid så här mycket överskott eller mer. Välj vad din elpatron drar.",
		"stop_below.name": "Stoppa under",
		"stop_below.description":
			"Elpatronen stannar vid mindre överskott än så. En mätare vid nätet visar vad som är kvar medan elpatronen går: 0 W stoppar den när du börjar köpa.",
		"lasting.name": "I minst",
		"lasting.description": "Så länge ska överskottet ligga över eller under, så att ett moln inte kopplar elpatronen.",
		"tank_up_to.name": "Tanken upp till",
		"tank_up_to.description":
			"Över den här temperaturen i tanken värmer överskottet inte mer. 3 K under startar det igen. Appens egen maxtemperatur gäller alltid.",
		"refused.name": "Om elpatronen inte startar",
		"refused.description": "Vad som ska göras när appen håller elpatronen av. `why` är dess förklaring.",
		"refused.default.title": "Solvärme",
		"refused.default.message": "Det finns överskott, men elpatronen förblir av. {{ why }}",
		"entities.name": "Entiteter",
		"entities.description": "Ändra dem bara om dina entiteter har andra id:n.",
		"entities.heater.name": "Elpatron",
		"entities.automatic.name": "Elpatron: till automatik",
		"entities.heater_why.name": "Elpatron: varför",
		"entities.tank.name": "Tankens temperatur",
	},
	ready_by: {
		name: "Solvärme: varmvatten klart till",
		description:
			"Ger appen tiden då varmvattnet ska vara klart: från nästa larm i din telefon, en hjälpare med datum eller tid, eller en annan sensor med en tidpunkt. Elpatronen startar då så sent som möjligt, och inte alls om solen räcker. För det ska *Elpatron: läge* vara `eco` eller `on`. En tidpunkt mer än ett dygn bort räknas inte. Till dess, och utan någon, gäller dina vanliga tider.",
		"moment.name": "Tidpunkt",
		"moment.description":
			"Till exempel *Nästa larm* från Home Assistants app i telefonen, eller en hjälpare *Datum och/eller tid*.",
		"before.name": "Klart så länge innan",
		"before.description": "Varmvattnet är klart så länge före tidpunkten.",
		"otherwise.name": "Annars",
		"otherwise.description":
			"De vanliga tiderna, som appen skriver dem: `never`, `06:30` eller `må-fr 06:30, lö sö 08:00`.",
		"ready_by.name": "Elpatron: klar till",
		"ready_by.description": "Appens textentitet. Den är inaktiverad från början: aktivera den på enhetens sida.",
	},
	holiday: {
		name: "Solvärme: semester när ingen är hemma",
		description:
			"Slår på appens semester när ingen har varit hemma på ett och ett halvt dygn och avslutar den när någon kommer hem. På semestern behövs inte solens värme: tanken kyls på natten genom solfångarna så att de inte kokar, och ingenting värmer den. Är ni borta längre förlängs semestern. En anläggning med dränering har ingen semester.",
		"people.name": "De som bor här",
		"people.description":
			'Personer, spårare eller grupper. En hjälpare *Växla* går också och betyder "hemma" när den är på. Den vars plats är okänd räknas som hemma.',
		"away_for.name": "Efter att ingen varit hemma i",
		"away_for.description":
			"Semestern slås på så länge efter att den sista har gått. Efter en omstart av Home Assistant börjar tiden om.",
		"days.name": "I",
		"days.description": "Så många dagar varar semestern. Den förlängs på sin sista dag om ingen är hemma då heller.",
		"holiday_until.name": "Semester till",
		"holiday_until.description": "Ett datum. Med en äldre Home Assistant än 2026.8 en text.",
	},
};
