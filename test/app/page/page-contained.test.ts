import { afterEach, expect, it, jest } from "@jest/globals";
import { Desk } from "../../cli/desk.ts";
import { freePort } from "../../fakes/mosquitto.ts";
import { board, cleared, PLANT, until } from "../house.ts";

jest.unstable_mockModule("../../../src/web/http/page.ts", () => ({
	openPage: async () => {
		throw new TypeError("a part with a mistake in it");
	},
}));
const { run } = await import("#app/run.ts");

const desk = new Desk();
afterEach(async () => {
	await cleared();
	desk.clear();
});

it("A page that cannot be loaded is told once; control and the health check go on, and the page says so", async () => {
	const device = board();
	const httpPort = await freePort();
	const options = desk.file("solar.json", PLANT);
	const code = run(desk.machine(), { options, data: desk.data, httpPort, httpHost: "127.0.0.1", speed: 1 });
	const get = (path: string) => fetch(`http://127.0.0.1:${httpPort}${path}`).then((answer) => answer.text(), String);
	await until("the page is given up", async () => (await get("/")).includes("The page is not available"));
	expect(await get("/healthz")).toBe('{"ok":true}\n');
	device.temperatures["collector"] = 20;
	await until("the pump stops", () => device.relays.get("pump") === false);
	desk.stop();
	expect(await code).toBe(0);
	expect(desk.lines().filter((line) => line["code"] === "view_failed")).toHaveLength(1);
});
