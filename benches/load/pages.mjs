// Requests per second and their latency, by wrk, MedAppoint and its peer in turn.
import { execFile } from "node:child_process";
import { isDeepStrictEqual } from "node:util";
import { promisify } from "node:util";

const run = promisify(execFile);
const connections = 32;

function headers({ who }, token) {
  if (who === "cookie") return { cookie: `__Host-access=${token}` };
  if (who === "bearer") return { authorization: `Bearer ${token}` };
  return {};
}

async function read(target, server, token) {
  const answer = await fetch(server.url + target.path, { headers: headers(target, token), redirect: "manual" });
  if (answer.status !== 200) throw new Error(`${server.name} answers ${answer.status} to ${target.path}`);
  return answer.text();
}

/** Both must say the same: lists to the letter, pages in their rows and bytes of text. Notes what they send. */
export async function check(target, app, peer, token) {
  const [ours, theirs] = [await read(target, app, token), await read(target, peer, token)];
  if (target.kind === "json") {
    const [a, b] = [JSON.parse(ours), JSON.parse(theirs)];
    if (!isDeepStrictEqual(a.items, b.items)) {
      const n = a.items.findIndex((item, place) => !isDeepStrictEqual(item, b.items[place]));
      throw new Error(`${target.path} differs at ${n}:\n${JSON.stringify(a.items[n])}\n${JSON.stringify(b.items[n])}`);
    }
    target.count = a.items.length;
  } else if (target.rows) {
    const [a, b] = [ours, theirs].map((page) => (page.match(target.rows) ?? []).length);
    if (a !== b || a === 0) throw new Error(`${target.path} has ${a} rows, the peer's has ${b}`);
    target.count = a;
  }
  if (target.kind === "page") {
    const [a, b] = [words(ours), words(theirs)];
    const apart = [...a.filter((word) => !b.includes(word)), ...b.filter((word) => !a.includes(word))];
    // A word or two may change before the peer's page follows; more would make the comparison unfair.
    if (apart.length > 0) process.stderr.write(`    ${target.path} and the peer's page differ in these words: ${apart.slice(0, 30).join(" ")}\n`);
    if (apart.length > (a.length + b.length) / 10) throw new Error(`${target.path} and the peer's page have drifted apart`);
  }
  target.bytes = { app: Buffer.byteLength(ours), peer: Buffer.byteLength(theirs) };
}

/** The different words that a person reads on a page. */
function words(page) {
  const text = page
    .replace(/^[^]*?<body[^>]*>/, "")
    .replaceAll(/<(script|style)\b[^]*?<\/\1>/g, " ")
    .replaceAll(/<!--[^]*?-->/g, "")
    .replaceAll(/<[^>]*>/g, " ")
    .replaceAll(/&#?\w+;/g, " ");
  return [...new Set(text.split(/[^\p{L}\p{N}]+/u))].filter(Boolean);
}

async function load(target, server, token, seconds) {
  const lines = Object.entries(headers(target, token)).flatMap(([name, value]) => ["-H", `${name}: ${value}`]);
  const { stdout } = await run("wrk", ["-t1", `-c${connections}`, `-d${seconds}s`, "--latency", ...lines, server.url.replace("localhost", "127.0.0.1") + target.path]);
  if (/Non-2xx or 3xx responses|Socket errors/.test(stdout)) throw new Error(`${server.name} ${target.path}:\n${stdout}`);
  const rate = Number(/Requests\/sec:\s+([\d.]+)/.exec(stdout)[1]);
  return { rate, p50: time(stdout, 50), p99: time(stdout, 99) };
}

/** A percentile of wrk's report, in milliseconds. */
function time(report, percentile) {
  const [, number, unit] = new RegExp(`^\\s+${percentile}%\\s+([\\d.]+)(us|ms|s)$`, "m").exec(report);
  return Number(number) * { us: 0.001, ms: 1, s: 1000 }[unit];
}

export function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  return (sorted[(sorted.length - 1) >> 1] + sorted[sorted.length >> 1]) / 2;
}

/** Runs in turn; medians of each, and the ratio of the medians. */
export async function measure(target, app, peer, token, { runs, seconds, warmUp }) {
  const found = { app: [], peer: [] };
  for (const server of warmUp ? [app, peer] : []) await load(target, server, token, 1);
  for (let n = 0; n < runs; n += 1) {
    found.app.push(await load(target, app, token, seconds));
    found.peer.push(await load(target, peer, token, seconds));
  }
  const of = (list) => ({ rate: median(list.map((one) => one.rate)), p50: median(list.map((one) => one.p50)), p99: median(list.map((one) => one.p99)) });
  const [a, b] = [of(found.app), of(found.peer)];
  return { ...target, app: a, peer: b, ratio: a.rate / b.rate };
}
