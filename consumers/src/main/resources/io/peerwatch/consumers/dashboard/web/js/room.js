// How much room a group has, what its hosts carry, until when it lasts, and what to do.
import { byId, el, fill } from "./dom.js";
import { date, digits, percent, plural } from "./format.js";

const RESOURCES = { LOAD: "load per core", CPU: "CPU", MEMORY: "memory", DISK: "disk", NETWORK: "network" };

/** @param group null where no group is looked at */
export function paintRoom(group, now) {
  const room = group?.room ?? null;
  fill(byId("room"), [room, date(now, now)], () => (room === null || room.use.length === 0 ? null : panel(room, now)));
}

function panel(room, now) {
  return el(
    "div",
    { class: "panel room" },
    el("h3", {}, "Room"),
    room.actionReason ? el("p", { class: room.action === "NONE" ? "advice" : "advice pressing" }, room.actionReason) : null,
    el("div", { class: "uses" }, room.use.map((use) => useOf(use, use.resource === room.tightest))),
    el("dl", {}, [...hosts(room), ...carries(room), ...outlook(room, now)]),
  );
}

/** One resource: how far its mean is on the way to its target. */
function useOf({ resource, mean, max, target }, tightest) {
  const share = target ? mean / target : null;
  const bar = el("span", { class: share > 1 ? "bar over" : "bar" });
  const fillOf = el("i");
  fillOf.style.width = `${Math.min(100, 100 * (share ?? 0))}%`;
  bar.append(fillOf);
  const level = resource === "LOAD" ? digits : percent;
  return el(
    "div",
    { class: "use", title: `${RESOURCES[resource] ?? resource}: highest host ${level(max)}` },
    el("span", { class: tightest ? "tightest" : "" }, RESOURCES[resource] ?? resource.toLowerCase()),
    bar,
    el("span", { class: "small" }, target ? `${level(mean)} of ${level(target)}` : level(mean)),
  );
}

function hosts(room) {
  const spare = room.hostsSpareWeekPeak ?? room.hostsSpareDayPeak ?? room.hostsSpare;
  const when = room.hostsSpareWeekPeak !== null ? "at the week's peak" : room.hostsSpareDayPeak !== null ? "at the day's peak" : "at the present load";
  return [
    spare === null ? null : line(spare >= 0 ? "To spare" : "Missing", `${plural(Math.abs(spare), "host")} of ${room.hosts} ${when}`),
    room.survivesLoss === null ? null : line("May fail", `${plural(room.survivesLoss, "host")} at the known peak`),
  ].flat();
}

function carries(room) {
  const { capacityRequestsPerMinute: target, capacityRequestsPerMinuteError: error, capacityRequestsPerMinuteCeiling: ceiling, requestsPerMinutePerHost: present } = room;
  if (present === null) return [];
  const words =
    target === null
      ? unknown(room, "capacityRequestsPerMinute")
      : `${whole(target)}${error === null ? "" : ` ± ${whole(error)}`} requests a minute at the target` + (ceiling === null ? "" : `, ${whole(ceiling)} at the ceiling`);
  return line("A host carries", `${words}; ${whole(present)} now`);
}

function outlook(room, now) {
  const { reachesTargetAt: at, reachesTargetEarliestAt: earliest, reachesTargetLatestAt: latest, confidence } = room;
  const sure = confidence === null ? "" : `, trend ${percent(confidence)} sure`;
  if (at === null) return line("Reaches its target", unknown(room, "reachesTargetAt") + sure);
  const interval = earliest === null ? "" : ` (${date(earliest, now)} to ${latest === null ? "maybe never" : date(latest, now)}${sure})`;
  const ceiling = room.reachesCeilingAt === null ? "" : `, its ceiling on ${date(room.reachesCeilingAt, now)}`;
  return line("Reaches its target", `on ${date(at, now)}${interval}${ceiling}`);
}

function unknown(room, field) {
  return room.unknown[field] ? `not known: ${room.unknown[field]}` : "not foreseen";
}

function whole(number) {
  return Math.round(number).toLocaleString();
}

function line(term, text) {
  return [el("dt", {}, term), el("dd", {}, text)];
}
