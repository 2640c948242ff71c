/**
 * Reads values out of curves, where a script may run: by pointing, and by arrow keys, which a screen reader follows as those of
 * a slider. `data-read` has for each point where it lies in the drawing, and what is read there.
 */
export const READ_SCRIPT = `"use strict";
(() => {
	const known = new WeakMap();
	const pointsOf = (box) => {
		const text = box.dataset.read;
		const before = known.get(box);
		if (before && before.text === text) return before.points;
		const points = JSON.parse(text);
		known.set(box, { text, points });
		return points;
	};
	const show = (box, n) => {
		const points = pointsOf(box);
		if (points.length === 0) return;
		const at = Math.max(0, Math.min(points.length - 1, n));
		const [x, text] = points[at];
		box.setAttribute("aria-valuenow", at);
		box.setAttribute("aria-valuetext", text);
		const cursor = box.querySelector(".cursor"), reading = box.querySelector(".reading");
		if (cursor) cursor.setAttribute("d", cursor.getAttribute("d").replace(/^M-?[0-9.]+/, "M" + x));
		if (reading) reading.textContent = text;
	};
	const boxOf = (event) => event.target instanceof Element && event.target.closest(".reads");
	document.addEventListener("pointermove", (event) => {
		const box = boxOf(event), svg = box && box.querySelector("svg");
		if (!svg) return;
		const { left, width } = svg.getBoundingClientRect();
		const x = ((event.clientX - left) / width) * svg.viewBox.baseVal.width;
		const points = pointsOf(box);
		let low = 0, high = points.length - 1;
		while (low < high) {
			const middle = (low + high) >> 1;
			if (points[middle][0] < x) low = middle + 1;
			else high = middle;
		}
		if (low > 0 && x - points[low - 1][0] < points[low][0] - x) low -= 1;
		show(box, low);
	});
	const STEPS = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1, PageDown: -24, PageUp: 24, Home: -1e9, End: 1e9 };
	document.addEventListener("keydown", (event) => {
		const box = boxOf(event), by = STEPS[event.key];
		if (!box || by === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
		event.preventDefault();
		show(box, Number(box.getAttribute("aria-valuenow")) + by);
	});
})();
`;
