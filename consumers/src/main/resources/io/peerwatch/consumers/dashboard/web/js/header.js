// The line at the top: is reading going well, and how fresh is what is shown. And the head of a group.
import { byId, el, fill, sign } from "./dom.js";
import { moment, plural, span } from "./format.js";
import { room, signOf } from "./groups.js";

const OLD_AFTER_WINDOWS = 4;
const OLD_AFTER_LEAST = 3 * 60_000;

/** @param answer the answer of /api/groups; null when the server does not answer */
export function paintReading(answer) {
  const [kind, text] = answer === null
    ? ["trouble", "The dashboard does not answer: is `peerwatch dashboard` still running?"]
    : freshness(answer);
  fill(byId("reading"), [kind, text], () => el("span", { class: kind }, text));
}

function freshness({ now, reading, groups }) {
  if (reading.problem) return ["trouble", groups.length > 0 ? reading.problem : "Not reading"];
  if (!reading.connected) return ["", "Connecting to Kafka …"];
  if (reading.behind > 5000) return ["", `Catching up: ${reading.behind.toLocaleString()} records to go`];
  const judged = groups.filter((group) => group.windowEnd !== null);
  if (judged.length === 0) return ["", "Connected, nothing judged yet"];
  const newest = judged.reduce((a, b) => (a.windowEnd > b.windowEnd ? a : b));
  const age = now - newest.windowEnd;
  const allowed = Math.max(OLD_AFTER_LEAST, OLD_AFTER_WINDOWS * (newest.windowEnd - newest.windowStart));
  const ended = `Newest window ended ${moment(newest.windowEnd, now)}`;
  return age > allowed ? ["old", `${ended}, ${span(age)} ago`] : ["", ended];
}

export function paintHead(group, now) {
  fill(byId("head"), [group, group?.windowEnd && span(now - group.windowEnd).replace(/^\d+ s$/, "")], () =>
    group === null ? null : [
      el("div", { class: "title" }, el("h2", {}, group.name), el("span", {}, sign(signOf(group)), ` ${group.words}`)),
      el("div", { class: "facts" }, facts(group, now)),
    ],
  );
}

function facts(group, now) {
  if (group.windowEnd === null) return [el("span", {}, "No window of this group has been judged since reading began.")];
  const window = group.windowEnd - group.windowStart;
  return [
    fact(`${group.hostsReported} of ${group.hostsKnown}`, "hosts reported"),
    group.hostsJudged > 0 ? fact(String(group.hostsJudged), `judged on ${plural(group.metricsJudged, "metric")}`) : null,
    fact(span(window), `window, ended ${moment(group.windowEnd, now)}`),
    group.room?.headroom == null ? null : fact(room(group.room.headroom), tightest(group.room)),
    group.lateSamples > 0 ? fact(plural(group.lateSamples, "late sample"), `from ${group.lateHosts.join(", ")}`) : null,
  ];
}

function fact(figure, words) {
  return el("span", {}, el("b", {}, figure), ` ${words}`);
}

function tightest({ tightest }) {
  return tightest ? `on ${tightest.toLowerCase()}` : "";
}

/** What could not be read, at the foot of the page. */
export function paintFoot(reading) {
  const unusable = Object.entries(reading?.unusable ?? {});
  const total = unusable.reduce((sum, [, count]) => sum + count, 0);
  fill(byId("foot"), unusable, () =>
    total === 0 ? null : `${plural(total, "record")} could not be read and ${total === 1 ? "is" : "are"} not shown: ${unusable.map(([topic, count]) => `${topic} ${count}`).join(", ")}`,
  );
}
