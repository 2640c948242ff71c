import type { Socket } from "node:net";

/**
 * What is seen first of a socket, or `late` after so many seconds; then it is destroyed.
 * @param dialled opens it, and tells what is seen; without a socket it has told already
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
		socket = dialled(settle);
	});
