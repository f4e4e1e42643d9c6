// Numbers, units and times as people read them.

const RATIO = /utilization|io_time/;
const BINARY = ["B", "KiB", "MiB", "GiB", "TiB", "PiB"];
const DECIMAL = ["", "k", "M", "G", "T"];

/** A value with its unit (UCUM, as the metric dictionary has them). */
export function value(number, unit, metric = "") {
  if (number === null || number === undefined) return "–";
  if (unit === "1" && RATIO.test(metric)) return `${digits(number * 100)} %`;
  if (unit === "By" || unit === "By/s") return scaled(number, 1024, BINARY) + unit.slice(2);
  if (unit === "s") return Math.abs(number) < 120 ? `${digits(number)} s` : span(number * 1000);
  return scaled(number, 1000, DECIMAL) + words(unit);
}

/** Two values of one unit, which is said once: "24 to 38 %". */
export function between(low, high, unit, metric = "") {
  const [first, second] = [value(low, unit, metric), value(high, unit, metric)];
  const [, number, rest] = first.match(/^([-–\d.e+]+)(.*)$/) ?? [null, first, ""];
  return `${rest !== "" && second.endsWith(rest) ? number : first} to ${second}`;
}

function words(unit) {
  if (!unit || unit === "1") return "";
  const name = unit.replace(/[{}]/g, "");
  return unit.startsWith("{thread}") || unit.startsWith("{cpu}") ? "" : name.startsWith("/") ? name : ` ${name}`;
}

function scaled(number, base, names) {
  let step = 0;
  let rest = number;
  while (Math.abs(rest) >= base && step < names.length - 1) {
    rest /= base;
    step++;
  }
  return `${digits(rest)}${names[step] && ` ${names[step]}`}`;
}

/** Three significant digits, without an exponent for everyday numbers. */
export function digits(number) {
  const size = Math.abs(number);
  if (size === 0) return "0";
  if (size >= 1e6 || size < 0.001) return number.toExponential(1);
  return String(Number(number.toFixed(size >= 100 ? 0 : size >= 10 ? 1 : size >= 1 ? 2 : 3)));
}

export function percent(ratio) {
  return `${Math.round(ratio * 100)} %`;
}

const HOUR = new Intl.DateTimeFormat(undefined, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
const DAY = new Intl.DateTimeFormat(undefined, { day: "numeric", month: "short" });
const YEAR = new Intl.DateTimeFormat(undefined, { day: "numeric", month: "short", year: "numeric" });

export function hour(millis) {
  return HOUR.format(millis);
}

export function day(millis) {
  return DAY.format(millis);
}

/** A time of day, with the day when it is not today's and the year when it is not this one's. */
export function moment(millis, now = Date.now()) {
  const at = new Date(millis);
  const today = new Date(now);
  if (at.toDateString() === today.toDateString()) return hour(millis);
  const days = at.getFullYear() === today.getFullYear() ? DAY : YEAR;
  return `${days.format(millis)}, ${hour(millis)}`;
}

/** A day, with the year when it is not this one's. */
export function date(millis, now = Date.now()) {
  return (new Date(millis).getFullYear() === new Date(now).getFullYear() ? DAY : YEAR).format(millis);
}

/** A length of time in its one or two largest units. */
export function span(millis) {
  const seconds = Math.max(0, Math.round(millis / 1000));
  if (seconds < 90 && seconds !== 60) return `${seconds} s`;
  const minutes = Math.round(seconds / 60);
  if (minutes < 90) return `${minutes} min`;
  const hours = Math.floor(minutes / 60);
  if (hours < 48) return minutes % 60 ? `${hours} h ${minutes % 60} min` : `${hours} h`;
  const days = Math.round(hours / 24);
  return days < 730 ? `${days} days` : `${Math.floor(days / 365)} years`;
}

export function plural(count, one, many = `${one}s`) {
  return `${count.toLocaleString()} ${count === 1 ? one : many}`;
}
