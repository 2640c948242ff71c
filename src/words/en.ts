import { DRIVERS } from "#drivers/texts.ts";
import { RULES } from "#rules/texts.ts";
import { en as activities } from "./activities/en.ts";
import { en as alerts } from "./alerts/en.ts";
import { en as commandsAsking } from "./commands/asking/en.ts";
import { en as commandsAuditTrail } from "./commands/audit-trail/en.ts";
import { en as commandsBackup } from "./commands/backup/en.ts";
import { en as commandsCheck } from "./commands/check/en.ts";
import { en as commandsDashboard } from "./commands/dashboard/en.ts";
import { en as commandsEnergy } from "./commands/energy/en.ts";
import { en as commandsExplain } from "./commands/explain/en.ts";
import { en as commandsHelp } from "./commands/help/en.ts";
import { en as commandsImport } from "./commands/import/en.ts";
import { en as commandsPage } from "./commands/page/en.ts";
import { en as commandsRead } from "./commands/read/en.ts";
import { en as commandsReplay } from "./commands/replay/en.ts";
import { en as commandsRest } from "./commands/rest/en.ts";
import { en as commandsSimulate } from "./commands/simulate/en.ts";
import { en as commandsSoak } from "./commands/soak/en.ts";
import { en as commandsUsage } from "./commands/usage/en.ts";
import { en as conditions } from "./conditions/en.ts";
import { en as dashboard } from "./dashboard/en.ts";
import { en as entities } from "./entities/en.ts";
import { en as failures } from "./failures/en.ts";
import { en as faults } from "./faults/en.ts";
import { en as findings } from "./findings/en.ts";
import { en as findingsPlant } from "./findings/plant/en.ts";
import { merged } from "./merged.ts";
import { en as notices } from "./notices/en.ts";
import { en as options } from "./options/en.ts";
import { en as optionsPlant } from "./options/plant/en.ts";
import { en as ownOptions } from "./own-options/en.ts";
import { en as page } from "./page/en.ts";
import { en as pageHistory } from "./page/history/en.ts";
import { en as pageLogin } from "./page/login/en.ts";
import { en as pageSettings } from "./page/settings/en.ts";
import { en as pageYield } from "./page/yield/en.ts";
import { en as problemsCommands } from "./problems/commands/en.ts";
import { en as problemsFound } from "./problems/found/en.ts";
import { en as problemsLogin } from "./problems/login/en.ts";
import { en as problemsOptions } from "./problems/options/en.ts";
import { en as problemsPlant } from "./problems/plant/en.ts";
import { en as problemsSetup } from "./problems/setup/en.ts";
import { en as proofsClientId } from "./proofs/client-id/en.ts";
import { en as proofsFrame } from "./proofs/frame/en.ts";
import { en as proofsLogin } from "./proofs/login/en.ts";
import { en as proofsOptions } from "./proofs/options/en.ts";
import { en as proofsReach } from "./proofs/reach/en.ts";
import { en as proofsRights } from "./proofs/rights/en.ts";
import { en as proofsStrangers } from "./proofs/strangers/en.ts";
import { en as proofsSummary } from "./proofs/summary/en.ts";
import { en as proofsTls } from "./proofs/tls/en.ts";
import { en as proofsTopics } from "./proofs/topics/en.ts";
import { en as proofsVersion } from "./proofs/version/en.ts";
import { en as quantities } from "./quantities/en.ts";
import { en as reasonsHeldBack } from "./reasons/held-back/en.ts";
import { en as reasonsIdle } from "./reasons/idle/en.ts";
import { en as roles } from "./roles/en.ts";
import { en as setup } from "./setup/en.ts";
import { en as silence } from "./silence/en.ts";

export const TEXTS = merged([
	reasonsIdle,
	...Object.values(RULES).map(({ en }) => en),
	reasonsHeldBack,
	...Object.values(DRIVERS).map(({ en }) => en),
	roles,
	quantities,
	activities,
	conditions,
	faults,
	entities,
	dashboard,
	findings,
	findingsPlant,
	notices,
	failures,
	silence,
	alerts,
	ownOptions,
	problemsFound,
	problemsOptions,
	problemsPlant,
	problemsLogin,
	problemsCommands,
	problemsSetup,
	proofsFrame,
	proofsOptions,
	proofsReach,
	proofsTls,
	proofsLogin,
	proofsTopics,
	proofsStrangers,
	proofsRights,
	proofsClientId,
	proofsVersion,
	proofsSummary,
	commandsAsking,
	commandsRead,
	commandsEnergy,
	commandsExplain,
	commandsDashboard,
	commandsRest,
	commandsHelp,
	commandsImport,
	commandsPage,
	commandsBackup,
	commandsCheck,
	commandsAuditTrail,
	commandsReplay,
	commandsSimulate,
	commandsSoak,
	commandsUsage,
	page,
	setup,
	pageHistory,
	pageYield,
	pageSettings,
	pageLogin,
	options,
	optionsPlant,
]);
