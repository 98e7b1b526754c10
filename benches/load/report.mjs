// What was found, as tables.
import { arch, cpus, type } from "node:os";

export const bar = (name, value, sign, limit) => ({ name, value, sign, limit, met: sign === ">=" ? value >= limit : value <= limit });

export function machine() {
  return `${type()} ${arch()}, ${cpus()[0]?.model.trim() || "unknown processor"}, ${cpus().length} cores`;
}

function table(rows, right = []) {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => String(row[column]).length)));
  const line = (row) => row.map((cell, column) => (right.includes(column) ? String(cell).padStart(widths[column]) : String(cell).padEnd(widths[column]))).join("  ").trimEnd();
  const [head, ...body] = rows;
  return [line(head), widths.map((width) => "-".repeat(width)).join("  "), ...body.map(line)].join("\n");
}

const rate = (number) => Math.round(number).toLocaleString("en");
const ms = (number) => `${number < 10 ? number.toFixed(2) : number.toFixed(1)} ms`;
const mb = (bytes) => `${(bytes / 1e6).toFixed(1)} MB`;
const kb = (bytes) => `${(bytes / 1e3).toFixed(1)} kB`;

export function print({ machine, plan, results, latency, memory, load, bars }) {
  const requests = table(
    [
      ["", "rows", "requests/s", "p50", "p99", "size", "peer: requests/s", "p50", "p99", "size", "ratio"],
      ...results.map((found) => [
        found.name, found.count ?? "", rate(found.app.rate), ms(found.app.p50), ms(found.app.p99), kb(found.bytes.app),
        rate(found.peer.rate), ms(found.peer.p50), ms(found.peer.p99), kb(found.bytes.peer), found.ratio.toFixed(2),
      ]),
    ],
    [1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
  );
  const others = table(
    [
      ["", "MedAppoint", "peer"],
      [`accept to stream, p50 of ${latency.count}`, ms(latency.p50), ""],
      [`accept to stream, p99 of ${latency.count}`, ms(latency.p99), ""],
      ["resident memory, idle", mb(memory.idle), mb(memory.peerIdle)],
      ["resident memory, after load", mb(memory.loaded), mb(memory.peerLoaded)],
      [`first load in brotli (${Object.entries(load.sizes).map(([kind, size]) => `${kind} ${kb(size)}`).join(", ")})`, kb(load.total), ""],
    ],
    [1, 2],
  );
  const judged = table(
    [
      ["bar", "found", "asked", ""],
      ...bars.map((one) => [one.name, one.value.toFixed(one.limit < 1 ? 3 : 1), `${one.sign} ${one.limit}`, one.met ? "pass" : "FAIL"]),
    ],
    [1, 2],
  );
  process.stdout.write(
    `${machine}; servers on one core, wrk with 32 connections on another.\n` +
      `Medians of ${plan.runs} runs of ${plan.seconds} s, in turn. The peer is the same page written by hand (benches/peer).\n\n` +
      `${requests}\n\n${others}\n\n${judged}\n`,
  );
}
