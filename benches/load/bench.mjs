// Measures MedAppoint beside its hand-written peer and prints what it found. Started by script/bench.
import { join } from "node:path";
import { Client } from "./client.mjs";
import { prepare } from "./data.mjs";
import { check, measure } from "./pages.mjs";
import { bar, machine, print } from "./report.mjs";
import { freePort, start } from "./servers.mjs";
import { acceptToStream } from "./stream.mjs";
import { firstLoad, most } from "../../script/first-load.mjs";

const quick = process.argv.includes("--quick");
const { BENCH_DIST: dist, BENCH_PEER: peer, BENCH_WORK: work } = process.env;
const plan = quick ? { runs: 3, seconds: 1, warmUp: false, accepts: 50 } : { runs: 3, seconds: 4, warmUp: true, accepts: 200 };
const say = (text) => process.stderr.write(`==> ${text}\n`);

const secret = "a secret of the bench, of more than 32 bytes";
const settings = {
  DATABASE_URL: `sqlite://${join(work, "data", "medappoint.db")}?mode=rwc`,
  MEDAPPOINT_DATA_DIR: join(work, "data"),
  MEDAPPOINT_JWT_SECRET: secret,
  MEDAPPOINT_RATE_LIMITS: "off",
  MEDAPPOINT_VERIFY_DOCTORS: "at-once",
};

/** MedAppoint on a free port. */
async function serve(name, ...options) {
  const port = await freePort();
  const env = { ...settings, IP: "127.0.0.1", PORT: String(port), MEDAPPOINT_PUBLIC_URL: `http://localhost:${port}` };
  return start(name, join(dist, "medappoint"), ["serve", ...options], env, port, join(work, `${name}.log`));
}

say("preparing the data");
const filling = await serve("filling", "--demo");
const people = await prepare(new Client(filling.url));
await filling.stop();

const app = await serve("medappoint");
const idle = await app.memory({ after: 2000 });
const peerPort = await freePort();
const other = await start("peer", peer, [], { ...settings, PORT: String(peerPort) }, peerPort, join(work, "peer.log"));
const peerIdle = await other.memory({ after: 0 });

const client = new Client(app.url);
const { token } = await client.signIn(people.desk);
const targets = [
  { name: "/login", path: "/login", kind: "page", who: "nobody" },
  { name: "/doctors", path: "/doctors", kind: "page", who: "nobody", rows: /<li[^>]*class="result"/g },
  { name: "/appointments", path: "/appointments", kind: "page", who: "cookie", rows: /<li[^>]*class="request"/g },
  { name: "/api/doctors", path: "/api/doctors?limit=50", kind: "json", who: "nobody" },
  { name: "/api/appointments", path: "/api/appointments?limit=50", kind: "json", who: "bearer" },
];

for (const target of targets) await check(target, app, other, token);
const results = [];
for (const target of targets) {
  say(`${target.name}: ${plan.runs} times ${plan.seconds} s each, in turn`);
  results.push(await measure(target, app, other, token, plan));
}

say(`accept to stream, ${plan.accepts} times`);
const latency = await acceptToStream(app.url, people, plan.accepts);
const loaded = await app.memory({ after: 0 });
const peerLoaded = await other.memory({ after: 0 });
const load = await firstLoad(join(dist, "public"), app.url);
await Promise.all([app.stop(), other.stop()]);

const bars = [
  ...results.filter((found) => found.kind === "page").map((found) => bar(`${found.name}: share of the peer's requests per second`, found.ratio, ">=", 0.2)),
  ...results.filter((found) => found.kind === "json").map((found) => bar(`${found.name}: share of the peer's requests per second`, found.ratio, ">=", 0.5)),
  bar("memory idle, MB", idle / 1e6, "<=", 60),
  bar("memory after load, MB", loaded / 1e6, "<=", 120),
  bar("first load in brotli, kB", load.total / 1e3, "<=", most / 1e3),
];
print({ machine: machine(), dist, plan, results, latency, memory: { idle, loaded, peerIdle, peerLoaded }, load, bars });
process.exitCode = bars.every((one) => one.met) ? 0 : 1;
