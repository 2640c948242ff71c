export const en = {
	command: {
		row_order: "line {line}: time {time} is before the line above. Sort the table by time.",
		row_number: 'line {line}: {sensor} is "{cell}". Write a number, or leave the cell empty for a failed read.',
		row_unit:
			'line {line}: {sensor} is "{cell}". Only degrees Celsius are read: convert the column, with or without °C behind the number.',
		row_unit_of:
			'line {line}: {sensor} is "{cell}". This sensor measures in {unit}: convert the column, with or without the unit behind the number.',
		row_column: 'line {line}: column "{column}" is no sensor of these options. There are: {known}.',
		column_twice: 'line {line}: column "{column}" occurs twice. Keep one of the two.',
		table_utf16: "the table is UTF-16. Save it as UTF-8 (in a spreadsheet: CSV UTF-8).",
		table_sep: "line 1: remove the line `sep=…`; the separator is found without it.",
		row_no_time: "line 1: the header needs a column `time`.",
		row_time: 'line {line}: time "{time}" is not understood. Write seconds, or ISO 8601 such as 2026-07-01T12:00:00Z.',
		row_serial:
			"line {line}: time {time} looks like a date as spreadsheets count it, in days. Format the column as yyyy-mm-dd hh:mm:ss and save the table again; if these are seconds, begin with 0.",
		row_left_out:
			"line {line}: the clock never shows {time} in the time zone of these options, because it was set forward. A logger that keeps winter time all year needs times with their offset, such as 2026-03-29T02:30:00+01:00, or a `site.time_zone` without summer time, such as Etc/GMT-1 for UTC+1.",
		row_intent: "line {line}: intent: {why:command} Write for example {example}.",
		row_cells: "line {line}: it has more or fewer cells than the header. Give each column a cell, which may be empty.",
		row_quotes:
			"line {line}: a quotation mark is missing or misplaced. Put the whole cell in quotation marks, and double those inside it.",
		row_unreadable: "line {line}: this is not a row of a table. Separate the cells by commas, semicolons or tabs.",
		table_unreadable: "it cannot be read ({why}). Check its path and its rights.",
		table_empty: "it has no row. Write a header with `time` and the ids of sensors, and a row for each reading.",
		history_none: "the app has recorded nothing yet. Name its data folder with --data.",
		intent_form: "this is no intent.",
		intent_field: "{field}: {remedy:problem}",
		intent_no_json: "this is not JSON.",
	},
} as const;
