import type { Manifest } from "./manifest.ts";

const RISKY = [
	"BPF",
	"CHECKPOINT_RESTORE",
	"DAC_READ_SEARCH",
	"NET_ADMIN",
	"NET_RAW",
	"PERFMON",
	"SYS_ADMIN",
	"SYS_MODULE",
	"SYS_PTRACE",
	"SYS_RAWIO",
];

/** The Supervisor's security rating of an app, 1 to 8. `profile`: it brings an AppArmor profile of its own. */
export function rating(app: Manifest, profile: boolean): number {
	if (app.docker_api || app.full_access) return 1;
	const stars =
		5 +
		(app.apparmor === false ? -1 : profile ? 1 : 0) +
		(app.ingress ? 2 : app.auth_api ? 1 : 0) -
		(app.kernel_modules || app.privileged.some((p) => RISKY.includes(p)) ? 1 : 0) -
		(app.hassio_role === "admin" ? 2 : app.hassio_role === "manager" ? 1 : 0) -
		(app.host_network ? 1 : 0) -
		(app.host_pid ? 2 : 0) -
		(app.host_uts && app.privileged.includes("SYS_ADMIN") ? 1 : 0);
	return Math.min(8, Math.max(1, stars));
}
