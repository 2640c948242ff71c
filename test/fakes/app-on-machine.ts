import { run } from "#app/run.ts";

/**
 * The app as the container starts it, on a machine whose hardware a test has made: `app-on-machine.ts DATA PORT ROOTS`, where ROOTS
 * is JSON with the folders in place of /dev, /sys and /proc.
 */
const [data = ".", port = "0", roots = "{}"] = process.argv.slice(2);
process.exit(
	await run(
		{
			...{ argv: [], env: process.env, cwd: data, out: process.stdout, err: process.stderr, terminal: false },
			onStop: (stop) => void process.on("SIGTERM", stop),
			roots: JSON.parse(roots),
		},
		{
			...{ options: `${data}/options.json`, data, speed: 1 },
			...{ httpPort: Number(port), httpHost: "127.0.0.1", ingressPeer: "127.0.0.1" },
		},
	),
);
