import type { Socket } from "node:net";
import type { Broker } from "#mqtt/broker.ts";
import { classify, detailOf, shownBy } from "#mqtt/classify.ts";
import type { FailureClass } from "#mqtt/failure.ts";
import { dial } from "#mqtt/wire/dial.ts";
import { PATIENCE } from "../proof.ts";

export type OpenedSocket<T> =
	| { readonly kind: "up"; readonly seen: T }
	| { readonly kind: "down"; readonly class: FailureClass; readonly detail: string };

/** Opens the socket to a broker exactly as the app does, inspects it, and closes it before any MQTT. */
export const openSocket = <T>(broker: Broker, look: (socket: Socket) => T): Promise<OpenedSocket<T>> =>
	new Promise((resolve) => {
		dial(broker, PATIENCE, {
			up(socket) {
				const seen = look(socket);
				socket.destroy();
				resolve({ kind: "up", seen });
			},
			down(error) {
				const failure = classify({ phase: "before-connack", protocol: 5, sent: shownBy(broker), error });
				resolve({ kind: "down", class: failure, detail: detailOf(error) });
			},
		});
	});
