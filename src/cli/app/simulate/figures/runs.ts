/** Starts and running time of an output. */
export class Runs {
	starts = 0;
	private seconds = 0;
	private running = false;

	get hours(): number {
		return this.seconds / 3600;
	}
	get runs(): boolean {
		return this.running;
	}

	see(running: boolean, seconds: number): void {
		if (running && !this.running) this.starts += 1;
		if (running) this.seconds += seconds;
		this.running = running;
	}
}
