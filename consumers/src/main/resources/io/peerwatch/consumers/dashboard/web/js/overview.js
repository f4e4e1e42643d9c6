// All groups in one table, for those who look after many.
import { byId, el, fill, sign } from "./dom.js";
import { inOrder, room, signOf } from "./groups.js";

const ROWS_MAX = 300;

/** @param groups null where the table has no place */
export function paintOverview(groups, onSelect) {
  fill(byId("overview"), groups, () => (groups === null ? null : el("div", { class: "panel" }, el("h3", {}, "All groups"), table(groups, onSelect))));
}

function table(groups, onSelect) {
  const shown = inOrder(groups).slice(0, ROWS_MAX);
  return el(
    "div",
    { class: "scroll" },
    el(
      "table",
      {},
      el("thead", {}, el("tr", {}, head("Group"), head("Newest verdict"), head("Hosts", "number"), head("Alerts", "number"), head("Room", "number"), head("Advice"))),
      el("tbody", {}, shown.map((group) => row(group, onSelect))),
    ),
    groups.length > shown.length ? el("p", { class: "muted" }, `${groups.length - shown.length} more, not listed here`) : null,
  );
}

function head(text, kind) {
  return el("th", { scope: "col", class: kind }, text);
}

function alertsOf({ openAlerts, silencedAlerts }) {
  const silenced = silencedAlerts ? `${silencedAlerts} silenced` : "";
  return openAlerts ? `${openAlerts}${silenced && `, ${silenced}`}` : silenced || "–";
}

function row(group, onSelect) {
  const choose = { click: () => onSelect(group.name) };
  return el(
    "tr",
    {},
    el("td", { class: "tight" }, sign(signOf(group)), " ", el("button", { class: "link", type: "button", key: `row ${group.name}`, on: choose }, group.name)),
    el("td", {}, group.words),
    el("td", { class: "number" }, group.windowEnd === null ? "–" : `${group.hostsReported} of ${group.hostsKnown}`),
    el("td", { class: "number" }, alertsOf(group)),
    el("td", { class: "number" }, group.room?.headroom == null ? "–" : room(group.room.headroom)),
    el("td", { class: "muted" }, group.room?.actionReason ?? ""),
  );
}
