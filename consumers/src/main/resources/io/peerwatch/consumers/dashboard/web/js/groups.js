// The groups at the left, those that need somebody first.
import { byId, el, fill, sign } from "./dom.js";
import { percent, plural } from "./format.js";

const SHOWN_MAX = 300;
const FILTER_FROM = 9;
const SEVERITIES = ["CRITICAL", "WARNING", "INFO"];

/** Which sign stands for a group: by its open alerts, else by its newest verdict. */
export function signOf(group) {
  if (group.openAlerts > 0) return signOfSeverity(group.severity);
  if (group.state === "NORMAL") return "good";
  if (group.state === null || group.state === "NOT_JUDGED" || group.state === "UNKNOWN") return "unknown";
  return "info";
}

export function signOfSeverity(severity) {
  return SEVERITIES.includes(severity) ? severity.toLowerCase() : "info";
}

const URGENCY = ["critical", "warning", "info", "unknown", "good"];

/** The most pressing first, then by name. */
export function inOrder(groups) {
  return [...groups].sort(
    (a, b) => URGENCY.indexOf(signOf(a)) - URGENCY.indexOf(signOf(b)) || b.openAlerts - a.openAlerts || (a.name < b.name ? -1 : 1),
  );
}

export function paintGroups(groups, selected, onSelect) {
  const filter = byId("filter");
  filter.hidden = groups.length < FILTER_FROM;
  const wanted = filter.hidden ? "" : filter.value.trim().toLowerCase();
  const matching = inOrder(groups).filter((group) => group.name.toLowerCase().includes(wanted));
  const shown = matching.slice(0, SHOWN_MAX);
  const open = groups.reduce((sum, group) => sum + group.openAlerts, 0);
  const lines = shown.map((group) => [group.name, signOf(group), about(group), group.openAlerts]);
  fill(byId("groups"), [lines, matching.length, groups.length, open, selected], () => [
    groups.length > 1 ? item("", "All groups", null, plural(groups.length, "group"), open, selected, onSelect) : null,
    ...lines.map(([name, kind, words, alerts]) => item(name, name, kind, words, alerts, selected, onSelect)),
    matching.length > shown.length
      ? el("p", { class: "muted small" }, `${matching.length - shown.length} more: type a part of the name`)
      : null,
  ]);
}

function item(name, label, kind, words, alerts, selected, onSelect) {
  return el(
    "button",
    {
      class: "group", type: "button", key: `group ${name}`, title: label,
      "aria-current": name === selected ? "true" : null, on: { click: () => onSelect(name) },
    },
    kind ? sign(kind) : el("span"),
    el("span", { class: "name" }, label),
    alerts > 0 ? el("span", { class: "count", "aria-label": plural(alerts, "open alert") }, String(alerts)) : el("span"),
    el("span", { class: "about" }, words),
  );
}

function about(group) {
  if (group.state === null || group.state === "NOT_JUDGED") return group.words;
  const silenced = group.silencedAlerts > 0 ? ` · ${group.silencedAlerts} silenced` : "";
  const hosts = plural(group.hostsKnown, "host") + silenced;
  return group.room?.headroom == null ? hosts : `${hosts} · ${room(group.room.headroom)}`;
}

/** Headroom in words: room to the target, or over it. */
export function room(headroom) {
  return headroom >= 0 ? `${percent(headroom)} room` : `${percent(-headroom)} over target`;
}
