import { Socket } from "node:net";
import { afterEach, expect, it, jest } from "@jest/globals";
import { look } from "#mqtt/look.ts";
import { freePort } from "../fakes/mosquitto.ts";
import { type Listener, listen } from "./listener.ts";
import { broker, until } from "./witness.ts";

let thing: Listener | undefined;
afterEach(async () => {
	await thing?.close();
	thing = undefined;
});

const looked = (port: number) => new Promise((resolve) => look(broker({ port }), resolve));

it("finds a port that is served, says nothing there, and leaves no connection open", async () => {
	const heard: unknown[] = [];
	thing = await listen((socket) => socket.on("data", (data) => heard.push(data)));
	expect(await looked(thing.port)).toBe(true);
	await until(() => thing?.open() === 0);
	expect(heard).toEqual([]);
});

it.each([
	["is closed", undefined],
	["hangs up at once, as a forwarded port of a container that is down", "end"],
	["resets", "resetAndDestroy"],
] as const)("finds that nobody serves a port that %s", async (_case, how) => {
	thing = how && (await listen((socket) => void socket[how]()));
	expect(await looked(thing?.port ?? (await freePort()))).toBe(false);
});

it("says nothing any more when it is called off", async () => {
	const silent = await listen();
	thing = silent;
	let answered = false;
	const callOff = look(broker({ port: silent.port }), () => {
		answered = true;
	});
	await until(() => silent.open() === 1);
	callOff();
	await until(() => silent.open() === 0);
	// A later one has an answer by then.
	expect(await looked(silent.port)).toBe(true);
	expect(answered).toBe(false);
});

it("leaves nothing behind however often it is called off, as a session does after every failure", async () => {
	thing = await listen();
	let callOff = () => {};
	await new Promise((resolve) => {
		callOff = look(broker({ port: thing?.port ?? 0 }), resolve);
	});
	const listens = jest.spyOn(Socket.prototype, "on");
	for (let n = 0; n < 20; n++) callOff();
	expect(listens).not.toHaveBeenCalled();
	listens.mockRestore();
});
