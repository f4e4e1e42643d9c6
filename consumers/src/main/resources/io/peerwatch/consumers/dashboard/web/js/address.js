// What is looked at, kept in the page's address so that it can be linked to and gone back from:
// #group=web-eu&metric=system.cpu.utilization&host=web-07&span=30m; #group= is the overview.

export function read() {
  const params = new URLSearchParams(location.hash.slice(1));
  return { group: params.get("group"), metric: params.get("metric"), host: params.get("host"), span: params.get("span") };
}

/** Changes the address; listeners of `hashchange` hear of it. */
export function go({ group, metric, host, span }) {
  const params = new URLSearchParams();
  if (group !== null && group !== undefined) params.set("group", group);
  if (metric) params.set("metric", metric);
  if (host) params.set("host", host);
  if (span) params.set("span", span);
  location.hash = params.toString();
}
