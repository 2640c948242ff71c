import { dialled } from "./dialled.ts";
import { against, broken, ok, type Proof, placeOf } from "./proof.ts";

/** Something listens there. */
export const tcp: Proof = {
	id: "tcp",
	needs: ["dns"],
	run: against(async ({ broker }) => {
		const { tls: _, ...bare } = broker;
		const dialling = await dialled(bare, () => undefined);
		if (dialling.kind === "down") {
			const result = broken(`Tried to reach ${placeOf(broker)}`, dialling.class, dialling.detail);
			return dialling.detail === "ECONNREFUSED" ? { ...result, remedy: `${result.remedy} ${NOT_RUNNING}` } : result;
		}
		return ok(`${placeOf(broker)} accepts connections.`);
	}),
};

/** The machine is there, so its broker is not: after a change of its files this is what is left to see of it. */
const NOT_RUNNING =
	"The machine answers and nothing listens at this port. If Mosquitto's configuration was just changed it may not have started: see `systemctl status mosquitto` and its log for a misspelt line, a password or access file that is not where the configuration says, or one that the user mosquitto may not read (chown mosquitto: FILE; chmod 600 FILE).";
