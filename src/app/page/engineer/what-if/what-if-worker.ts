import { parentPort, workerData } from "node:worker_threads";
import { type Question, workedOut } from "./worked-out.ts";

/** A thread of its own, so that the loop turns meanwhile. */
parentPort?.postMessage(workedOut(workerData as Question));
