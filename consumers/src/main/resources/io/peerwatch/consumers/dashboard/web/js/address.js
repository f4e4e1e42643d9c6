// What is looked at, kept in the page's address so that it can be linked to and gone back from:
// #group=web-eu&metric=system.cpu.utilization&host=web-07; #group= is the overview.

export function read() {
  const params = new URLSearchParams(location.hash.slice(1));
  return { group: params.get("group"), metric: params.get("metric"), host: params.get("host") };
}

/** Changes the address; listeners of `hashchange` hear of it. */
export function go({ group, metric, host }) {
  const params = new URLSearchParams();
  if (group !== null && group !== undefined) params.set("group", group);
  if (metric) params.set("metric", metric);
  if (host) params.set("host", host);
  location.hash = params.toString();
}
