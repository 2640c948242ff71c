import { describe, expect, it, test } from "@jest/globals";
import { idFrom } from "#options/entries/id-from.ts";

describe("the id made of a name", () => {
	test.each([
		["Solfångare", "solfangare"],
		["Övre tanken", "ovre_tanken"],
		["Großer Speicher", "grosser_speicher"],
		["Größe ÄÖÜ", "grosse_aou"],
		["Café – Étage", "cafe_etage"],
		["Pølse & Ærø", "polse_aero"],
		["Łódź", "lodz"],
		["Бойлер 2", "boiler_2"],
		["Їжак щука", "izhak_shchuka"],
		["Δεξαμενή", "dexameni"],
		["İstanbul", "istanbul"],
		["2. Speicher", "tank_2_speicher"],
		["Tank²", "tank2"],
		["  East -- roof!  ", "east_roof"],
		["Tank temperature", "tank"],
		["Pump run time starts", "pump"],
		["__proto__", "proto"],
		["constructor", "constructor"],
		["Auto", "auto"],
	])("%s is %s", (name, id) => expect(idFrom(name, "tank")).toBe(id));

	test.each(["蓄热水箱", "タンク", "خزان", "बॉयलर", "Tank 蓄"])(
		"%s, in another script, is a code that is its own",
		(name) => {
			const id = idFrom(name, "tank");
			expect(id).toMatch(/^tank_[a-z0-9]{1,7}$/);
			expect(idFrom(name.normalize("NFD"), "tank")).toBe(id);
			expect(idFrom(`${name}二`, "tank")).not.toBe(id);
		},
	);

	test.each(["", "  ", "☀", "–", "___"])("%j gives none", (name) => expect(idFrom(name, "tank")).toBeUndefined());

	it("is never longer than an id may be, and always of its form", () => {
		for (const name of ["x".repeat(60), "9".repeat(60), `${"x".repeat(39)} y`, `ß${"ß".repeat(50)}`, "a\u0000b"])
			expect(idFrom(name, "sensor")).toMatch(/^[a-z][a-z0-9_]{0,39}$/);
	});
});
