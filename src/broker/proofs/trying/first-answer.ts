import type { Socket } from "node:net";

/**
 * The first event of a socket, or `late` after so many seconds. Then the socket is destroyed.
 * @param dialled opens the socket and reports events; returns nothing if it has already reported one
 */
export const firstAnswer = <T>(
	patience: number,
	late: T,
	dialled: (settle: (answer: T) => void) => Socket | undefined,
): Promise<T> =>
	new Promise((resolve) => {
		let socket: Socket | undefined;
		const settle = (answer: T) => {
			clearTimeout(timer);
			socket?.destroy();
			resolve(answer);
		};
		const timer = setTimeout(() => settle(late), patience * 1000);
		try {
			socket = dialled(settle);
		} catch (error) {
			clearTimeout(timer);
			throw error;
		}
	});
