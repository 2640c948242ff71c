import { serveControl } from "#runtime/socket/control-socket.ts";

/** A process that does nothing but answer on its control socket, so that its memory is that of its clients. */
const [folder = "", bytes = "0"] = process.argv.slice(2);
const answer = "x".repeat(Number(bytes));
const handlers = { much: async () => answer, echo: async (argument: unknown) => argument };
await serveControl(folder, handlers, () => undefined);
process.stdout.write("serving\n");
