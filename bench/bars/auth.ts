import { setTimeout as pause } from "node:timers/promises";
import { LOGIN } from "../harness/broker.ts";
import { changes, PERIOD, RELAY_MEDIAN, toRelay } from "../harness/changes.ts";
import { type Bar, limit, median, type Row } from "../harness/figures.ts";
import { accepted } from "../harness/milestones.ts";
import { openHouse } from "../harness/plants.ts";
import { type Tapped, tapped } from "../harness/tapped.ts";

const MINUTE = 60_000;
const WRONG = "not-the-password";
/** ms that the correction gets before it counts as never noticed. */
const PATIENCE = 2 * MINUTE;

export const auth: Bar = {
	id: "auth",
	title: "A wrong password: polite attempts, control as ever, connected soon after the correction at the broker",
	waits: true,
	async run({ app, quick, tell }) {
		const house = openHouse();
		try {
			return await tapped(
				app,
				(port) => house.options(port, { password: WRONG }),
				async (watched) => {
					let over = false;
					const [control, story] = await Promise.all([
						changes(house, () => !over),
						corrected(watched, quick ? 75_000 : 3 * MINUTE, tell).finally(() => {
							over = true;
						}),
					]);
					const taken = toRelay(control);
					return [
						...story,
						limit(`sensor to relay meanwhile, median`, median(taken), "ms", RELAY_MEDIAN, {
							slowest: Math.max(...taken),
							changes: taken.length,
							turns_of: PERIOD,
						}),
					];
				},
			);
		} finally {
			house.close();
		}
	},
};

/** Watches the attempts for `watch` ms, then corrects the password at the broker and waits for the connection. */
async function corrected(
	{ program, tap, broker }: Tapped,
	watch: number,
	tell: (line: string) => void,
): Promise<readonly Row[]> {
	const first = await tap.until((p) => p.type === "connect", 15_000, "the first attempt");
	await pause(first.at + watch - performance.now());
	const attempts = tap.seen.filter((p) => p.type === "connect").map((p) => p.at - first.at);
	tell(`attempts at ${attempts.map((at) => (at / 1000).toFixed(1)).join(", ")} s`);
	const began = performance.now();
	broker.setUsers({ [LOGIN.username]: WRONG });
	const [connack] = await Promise.all([
		tap.until((p) => accepted(p) && p.at > began, PATIENCE, "connected after the correction"),
		broker.hup(),
	]);
	return [
		limit("attempts in the first minute", attempts.filter((at) => at < MINUTE).length, "", 8),
		limit("attempts in any later minute", most(attempts.filter((at) => at >= MINUTE)), "", 2, {
			watched: `${(watch - MINUTE) / 1000} s`,
		}),
		limit("connected after the correction", (connack.at - began) / 1000, "s", 60),
		limit("times that it exited", program.runs() ? 0 : 1, "", 0),
	];
}

/** The most of these moments (ms) that lie within one minute. */
const most = (moments: readonly number[]): number =>
	Math.max(0, ...moments.map((from) => moments.filter((at) => at >= from && at < from + MINUTE).length));
