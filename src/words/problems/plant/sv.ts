import type { Like } from "../../like.ts";
import type { en } from "./en.ts";

export const sv: Like<typeof en> = {
	problem: {
		id_or_name: "Lägg till: en text. Eller ange ett namn, så bildas id:t av det.",
		name_without_id: "Använd minst en bokstav eller siffra: id:t bildas av namnet. Eller ange ett id.",
		name_gives_id: "Namnet ger id:t {id}. {why:problem} Eller ange ett eget id.",
		broken_text: "Ett av tecknen är ofullständigt: skriv in texten på nytt.",
		place_id_taken: "En annan del eller krets har redan detta id: välj ett annat.",
		no_such_entry: "Inget med detta id eller namn kan stå här. Välj ett av: {known}.",
		none_listed: "Det finns inget att välja på än: lägg först till det under {list}.",
		which_part: "Ange vilken den hör till: {known}.",
		other_part: "Här kan bara en post ur dessa stå: {list}.",
		sensor_role_taken_here: "En annan givare på {part} har redan denna roll: använd tank_layer eller other för fler.",
		sensor_elsewhere: "Givaren hör till {part}. Välj en i den här änden av kretsen.",
		no_thermometer: "Givaren har rollen {role}. Välj en som mäter en temperatur.",
		tank_unseen:
			"Inget mäter {part} där den värms, så inget får värma den. Lägg till en givare med role tank och of {part}, i den höjden.",
		field_unseen:
			"Bara ett rör från {part} mäts, så inget märker när den kokar. Lägg till en givare med role collector och of {part}, vid dess varma utlopp.",
		excludes_valve:
			"En krets ventil rör sig bara medan pumpen vilar, så den kan inte vika för en annan utgång, och ingen annan utgång för den. Ta bort det här.",
		describe_circuits:
			"Det finns mer än en möjlighet. Lägg till en krets för varje väg som värmen tar: från vilken del, till vilken del, med vilken pump.",
		circuit_to_itself: "En krets går från en del till en annan: välj en annan.",
		circuits_alike: "Kretsen {circuit} har samma ändar, pump och ventiler: ta bort en av de två.",
		flows_to_both:
			"Med den här pumpen och de här ventillägena strömmar värme även till {part}, som i kretsen {circuit}. Ge de två olika lägen för en ventil, eller var sin ventil eller pump.",
		pump_role: "Utgången har rollen {role}. Välj en med rollen pump, eller med rollen valve om något annat pumpar.",
		valve_role: "Utgången har rollen {role}. Välj en med rollen valve.",
		valve_is_pump: "Det här är redan kretsens pump. Välj ventilen, eller lämna det tomt.",
		valve_again: "Det här är redan den första ventilen. Välj en annan, eller lämna det tomt.",
		valve_missing: "Välj den ventil som läget gäller, eller ta bort läget.",
		position_missing: "Ange hur ventilen står medan kretsen går: 0 som utan ström, 100 som med ström.",
		not_at_place: "Det passar inte för {place}, som har egna inställningar: {why:problem}",
		in_no_circuit:
			"Ingen krets anger {output}, så den går bara när du slår på den. Ange den i en krets, eller ge den rollen other.",
		priority_twice:
			"Kretsen {circuit} har samma prioritet och ett annat mål, så listans ordning avgör vilken som laddas först. Ge dem olika prioritet.",
		circuit_by_hand:
			"Inget kör den här kretsen, eftersom store_exchange är av, så den går bara när du slår på dess pump. Sätt store_exchange.enabled till true, eller låt det vara så.",
		source_by_hand:
			"Inget kör den här kretsen, eftersom boiler_charging är av, så pumpen går bara när du slår på den. Sätt boiler_charging.enabled till true, eller låt kaminens egen termostat styra pumpen: utan den kan kaminen koka.",
		end_unseen:
			"Ingen givare mäter {part}, så kretsen går inte av sig själv. Lägg till en givare på {part}, eller ange en här.",
		only_cools:
			"Ingen givare mäter {part}, så den laddas inte utan kyler bara solfångare som blir för varma. För att ladda den, lägg till en givare på {part}, eller ange en här.",
		no_limit_here:
			"Inget begränsar hur varm {part} blir: den laddas så länge solfångaren är varmare. Lägg in den under tanks i stället, med en givare med rollen tank och dess tank_limit_target.",
		part_in_no_circuit: "Ingen krets går till eller från {part}. Lägg till en, eller ta bort {part}.",
		heater_unproven:
			"Inget bekräftar att {target} gör som det ska, och en elpatron som inte slår ifrån kokar torr. Använd ett kort som kan läsas tillbaka. Om elpatronen har ett eget överhettningsskydd (STB) som fungerar kan du i stället sätta detta till true.",
		heater_unproven_before:
			"Inget bekräftar att {target} gör som det ska. Elpatronen fortsätter att fungera, eftersom den gjorde det innan en bekräftelse krävdes. Använd ett kort som kan läsas tillbaka, eller sätt detta till true om elpatronen har ett eget överhettningsskydd (STB) som fungerar.",
		function_idle:
			"Anläggningen har inget som den här funktionen kan arbeta med, så den gör ingenting. Lägg till det som beskrivningen nämner, eller stäng av funktionen.",
		function_lacks:
			"Ingen givare har rollen {role}, så funktionen gör ingenting. Lägg till en sådan givare, eller stäng av funktionen.",
		eco_without_surplus:
			"I läget eco väntar elpatronen på överskott eller en tid i ready_by, men inget av dem finns. Lägg till en givare med rollen surplus_power eller price, ange ready_by, eller välj on.",
		no_rule_here: "Den här funktionen körs inte för kretsen, så värdet har ingen verkan. Ta bort det.",
		valve_position: "Ange 0 (som utan ström) eller 100 (som med ström).",
		wiring_beyond:
			"En enhet bakom ett nätverk slår av sin last genom att öppna en kontakt. Anslut lasten till dess normalt öppna kontakt (no), annars skulle lasten starta när nätverket slutar fungera.",
		curve_beyond:
			"En enhet bakom ett nätverk står på 0 när nätverket slutar fungera, och med den här kurvan går pumpen då på fullt varvtal. Välj direct eller pwm_solar.",
		rest_beyond: "En enhet bakom ett nätverk är av när nätverket slutar fungera och kan inget annat. Välj load_off.",
		turn_too_slow:
			"Kommandot till en enhet bakom ett nätverk förnyas tre gånger under {option}: högst {most} s här, eller en längre tid där.",
		heater_beyond:
			"Ingen enhet kan berätta hur lasten är kopplad eller att den är av efter ett strömavbrott. Slå på elpatronen, bryt strömmen till dess enhet och slå på den igen: elpatronen ska vara av. Är den det, skriv true här. Den behöver också ett godkänt tystnadstest.",
	},
};
