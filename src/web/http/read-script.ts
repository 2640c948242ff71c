/**
 * Reads values out of curves, where a script may run: by pointing, and by arrow keys, which a screen reader follows as those of
 * a slider. `data-read` has for each point where it lies (from 0 to 1), when it was, and the value of each line. What was read
 * stays when the page puts newer curves in their place; a minute later it is the newest again, unless the slider has the focus.
 */
export const READ_SCRIPT = `"use strict";
(() => {
	const LASTS = 60000;
	const known = new WeakMap();
	const pointsOf = (box) => {
		const text = box.dataset.read;
		const before = known.get(box);
		if (before && before.text === text) return before.points;
		const points = JSON.parse(text);
		known.set(box, { text, points });
		return points;
	};
	const shownIn = (box) => [...box.querySelectorAll("svg")].find((svg) => svg.getBoundingClientRect().width > 0);
	const textOf = (box, [, label, ...values]) => {
		const told = JSON.parse(box.dataset.lines).map((name, n) => name + " " + (values[n] == null ? box.dataset.none : values[n] + "\\u00a0°C"));
		return label + ": " + told.join(", ");
	};
	const show = (box, n, drawn = true) => {
		const points = pointsOf(box);
		if (points.length === 0) return;
		const at = Math.max(0, Math.min(points.length - 1, n));
		const text = textOf(box, points[at]);
		box.setAttribute("aria-valuenow", at);
		box.setAttribute("aria-valuetext", text);
		const reading = box.querySelector(".reading");
		if (reading) reading.textContent = text;
		const [left, right] = box.dataset.sides.split(" ").map(Number);
		for (const cursor of box.querySelectorAll(".cursor")) {
			const { width } = cursor.ownerSVGElement.viewBox.baseVal;
			const x = drawn ? Math.round((left + points[at][0] * (width - left - right)) * 10) / 10 : -9;
			cursor.setAttribute("d", cursor.getAttribute("d").replace(/^M-?[0-9.]+/, "M" + x));
		}
	};
	let read, over;
	const choose = (box, n) => {
		if (read && read.box !== box) newest();
		show(box, n);
		const points = pointsOf(box);
		read = { box, where: points.length === 0 ? 0 : points[box.getAttribute("aria-valuenow")][0] };
		clearTimeout(over);
		over = setTimeout(newest, LASTS);
	};
	const newest = () => {
		clearTimeout(over);
		if (!read) return;
		if (document.activeElement === read.box) return (over = setTimeout(newest, LASTS));
		if (read.box.isConnected) show(read.box, Infinity, false);
		read = undefined;
	};
	const nearest = (points, x) => {
		let low = 0, high = points.length - 1;
		while (low < high) {
			const middle = (low + high) >> 1;
			if (points[middle][0] < x) low = middle + 1;
			else high = middle;
		}
		return low > 0 && x - points[low - 1][0] < points[low][0] - x ? low - 1 : low;
	};
	document.addEventListener("put", () => {
		if (read && read.box.isConnected) show(read.box, nearest(pointsOf(read.box), read.where));
	});
	const boxOf = (event) => event.target instanceof Element && event.target.closest(".reads");
	const pointed = (event) => {
		const box = boxOf(event), svg = box && shownIn(box);
		if (!svg) return;
		const bounds = svg.getBoundingClientRect(), wide = svg.viewBox.baseVal.width;
		const [left, right] = box.dataset.sides.split(" ").map(Number);
		const x = ((event.clientX - bounds.left) / bounds.width) * wide;
		choose(box, nearest(pointsOf(box), (x - left) / (wide - left - right)));
	};
	document.addEventListener("pointermove", pointed);
	document.addEventListener("pointerdown", pointed);
	const STEPS = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1, PageDown: -24, PageUp: 24, Home: -1e9, End: 1e9 };
	document.addEventListener("keydown", (event) => {
		const box = boxOf(event), by = STEPS[event.key];
		if (!box || by === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
		event.preventDefault();
		choose(box, Number(box.getAttribute("aria-valuenow")) + by);
	});
})();
`;
