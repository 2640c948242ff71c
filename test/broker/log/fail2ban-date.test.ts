import { expect, test } from "@jest/globals";
import { datePatterns } from "#broker/log/fail2ban-date.ts";

test.each(["%Y-%m-%d|%H:%M:%S", "%H:%M:%S", "%d.%m.%Y", "%I:%M %d.%m.%Y", "%G-%V %T", "at: %F %T", "time", "%", "%%"])(
	"log_timestamp_format %s, which fail2ban could not read, gives no filter",
	(format) => expect(datePatterns(format)).toBeUndefined(),
);
