import { spawnSync } from "node:child_process";
import { DRAW_PROFILES, type DrawProfile } from "#simulation/store/draw-off.ts";

/**
 * A household's hot water by VDI 4655, as demandlib tabulates it: the single-family house on a bright working day between
 * the seasons, in quarters of an hour. Cut into draws, because nobody draws for a whole quarter.
 */
const VDI = `
import json, os, pandas, demandlib.vdi
table = pandas.read_csv(os.path.join(os.path.dirname(demandlib.vdi.__file__), "vdi_data", "VDI_4655_Typtage.csv"))
day = table[(table.Haus == "EFH") & (table.typtag == "UWH")]
shares = day.F_TWW_n_TT.to_numpy()
quarters = [float(shares[at:at + 15].sum()) for at in range(0, len(shares), 15)]
total = sum(quarters)
print(json.dumps([[at / 4, share / total] for at, share in enumerate(quarters) if share > 0]))
`;

/** Four profiles of the simulator, and the one of VDI 4655. */
export function profiles(python: string): Readonly<Record<string, DrawProfile>> {
	const { status, stdout, stderr } = spawnSync(python, ["-c", VDI], { encoding: "utf8" });
	if (status !== 0) throw new Error(stderr);
	const vdi: DrawProfile = JSON.parse(stdout);
	const { family, morning, evening, all_day } = DRAW_PROFILES;
	return { family, morning, evening, "all day": all_day, "VDI 4655": vdi };
}
