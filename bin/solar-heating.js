#!/usr/bin/env node
// Starts Solar Heating on a Node that can run it. Plain JavaScript, because this file runs on older ones too.
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { constants } from "node:os";
import { fileURLToPath } from "node:url";

const LEAST = 24;
const at = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));
const programs = [at("src/main.ts"), at("dist/solar-heating.cjs")];
const program = programs.find(existsSync);
const here = Number.parseInt(process.versions.node, 10) >= LEAST;
const node = here ? process.execPath : at("node_modules/.bin/node");

if (program === undefined) fail(`Neither ${programs.join(" nor ")} is there.`);
else if (!existsSync(node))
	fail(`Solar Heating needs Node ${LEAST}, this is ${process.versions.node}. Run \`npm ci\` to get it beside the app.`);
else start([program, ...process.argv.slice(2)]);

/** As exec does it: same terminal, same signals, same exit code. */
function start(args) {
	const child = spawn(node, args, { stdio: "inherit" });
	for (const signal of ["SIGTERM", "SIGHUP", "SIGUSR2"]) process.on(signal, () => child.kill(signal));
	// A terminal sends these to both of us: passed on, they would count twice.
	for (const signal of ["SIGINT", "SIGQUIT"])
		process.on(signal, () => {
			if (!process.stdin.isTTY) child.kill(signal);
		});
	child.on("error", (error) => fail(error.message));
	child.on("exit", (code, signal) => {
		process.exitCode = code ?? 128 + (constants.signals[signal] ?? 0);
	});
}

function fail(message) {
	process.stderr.write(`${message}\n`);
	process.exitCode = 1;
}
