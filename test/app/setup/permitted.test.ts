import { describe, expect, it } from "@jest/globals";
import { parse } from "#options/parse.ts";
import { plantOf } from "#options/plant/plant-of.ts";
import type { BoardRow } from "#web/setup/setup-view.ts";
import { isProblem, permitted } from "../../../src/app/setup/trial/permitted.ts";

const PATH = "/dev/serial/by-id/usb-1a86_USB_Serial-if00-port0";
const target = (relay: number, path = PATH) => `usb_relay:${path}/${relay}`;
const board = (state: BoardRow["state"] = "free", path = PATH): BoardRow => ({
	...{ at: path, state },
	kinds: [{ what: "LCUS", outputs: [1, 2].map((n) => ({ target: target(n, path), channel: String(n) })) }],
});
const plant = (options: object) => {
	const parsed = parse(options);
	if (parsed.kind === "invalid") throw new Error(JSON.stringify(parsed.problems));
	return plantOf(parsed.options);
};
const PUMP = plant({ outputs: [{ id: "pump", role: "pump", target: target(1) }] });
const NOTHING = plant({});
const ports = { tell: () => undefined, now: () => 0 as never };
const asked = (which: string, { plants = [NOTHING], boards = [board()], raw = {} } = {}) => {
	const answer = permitted(which, { plants, boards, raw, ports });
	return isProblem(answer) ? answer.remedy.code : "may";
};

describe("what may be tried", () => {
	it("is an output of a board that was found and is free", () => {
		expect(asked(target(2))).toBe("may");
	});

	it("is none of a board that control has, also where the relay is another one, or the options are invalid now", () => {
		expect(asked(target(1), { plants: [PUMP] })).toBe("try_in_use");
		expect(asked(target(2), { plants: [PUMP] })).toBe("try_in_use");
		expect(asked(target(2), { plants: [NOTHING, PUMP] })).toBe("try_in_use");
		expect(asked(target(2), { boards: [board("used")] })).toBe("try_in_use");
	});

	it("is none that another program holds, or that cannot be reached", () => {
		expect(asked(target(1), { boards: [board("held")] })).toBe("try_held");
		expect(asked(target(1), { boards: [board("unreachable")] })).toBe("try_held");
	});

	it("is nothing that was not found, whatever is asked for", () => {
		expect(asked(target(3))).toBe("try_not_found");
		expect(asked(target(1, "/dev/ttyUSB7"))).toBe("try_not_found");
		expect(asked("simulated:pump")).toBe("try_not_found");
		expect(asked("nonsense")).toBe("try_not_found");
	});
});
