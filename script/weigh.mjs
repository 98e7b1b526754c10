// Whose code a wasm file is, as the rows of a table: functions, kilobytes, and kilobytes of all these
// together under brotli. The file has names (wasm-opt -g).  node script/weigh.mjs FILE.wasm
// A function counts for the first crate in its name that isn't Rust's own library.
import { readFileSync } from "node:fs";
import { brotliCompressSync, constants } from "node:zlib";

const bytes = readFileSync(process.argv[2]);
let at = 8;
const number = () => {
  for (let value = 0, shift = 0; ; shift += 7) {
    const byte = bytes[at++];
    value += (byte & 127) * 2 ** shift;
    if (byte < 128) return value;
  }
};
const text = () => {
  const length = number();
  at += length;
  return bytes.toString("utf8", at - length, at);
};
const sections = new Map();
while (at < bytes.length) {
  const kind = bytes[at++];
  const size = number();
  const end = at + size;
  const name = kind === 0 ? text() : kind;
  sections.set(name, [at, end]);
  at = end;
}
let imported = 0;
[at] = sections.get(2);
for (let n = number(); n > 0; n--) {
  text(), text();
  const kind = bytes[at++];
  if (kind === 0) imported++, number();
  else if (kind === 1) at++, limits();
  else if (kind === 2) limits();
  else at += 2;
}
function limits() {
  const flags = bytes[at++];
  number();
  if (flags & 1) number();
}
const bodies = [];
[at] = sections.get(10);
for (let n = number(); n > 0; n--) {
  const start = at;
  const size = number();
  bodies.push([start, (at += size)]);
}
const names = [];
const [, end] = sections.get("name");
[at] = sections.get("name");
while (at < end) {
  const kind = bytes[at++];
  const size = number();
  const next = at + size;
  if (kind === 1) for (let n = number(); n > 0; n--) { const index = number(); names[index] = text(); }
  at = next;
}

const own = new Set(["core", "alloc", "std", "hashbrown", "rustc_demangle", "dlmalloc", "compiler_builtins"]);
function group(name) {
  const crates = [...name.matchAll(/(?:^|[^\w:])([a-z_][a-z0-9_]*)(?:\[[0-9a-f]+\])?::(\w+)/g)];
  const found = crates.find(([, crate]) => !own.has(crate)) ?? crates[0];
  if (!found) return "unnamed";
  const [, crate, module] = found;
  // What dioxus calls a component through: the compiler put the component itself into it.
  if (crate === "subsecond") return "components: pages and parts";
  if (crate === "medappoint") return `medappoint::${module}`;
  if (own.has(crate)) return "Rust's library";
  return crate;
}
const groups = new Map();
bodies.forEach(([start, stop], n) => {
  const key = group(names[imported + n] ?? "");
  if (!groups.has(key)) groups.set(key, []);
  groups.get(key).push(bytes.subarray(start, stop));
});
if (sections.has(11)) groups.set("data: templates and tables", [bytes.subarray(...sections.get(11))]);
console.log("| | functions | kB | kB in brotli |\n| --- | --: | --: | --: |");
const best = { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } };
const rows = [...groups].map(([name, parts]) => {
  const whole = Buffer.concat(parts);
  return [name, parts.length, whole.length, brotliCompressSync(whole, best).length];
});
rows.sort((a, b) => b[3] - a[3]);
const small = rows.filter(([, , , packed]) => packed < 1000);
for (const [name, count, raw, packed] of rows.filter(([, , , packed]) => packed >= 1000))
  console.log(`| ${name} | ${count} | ${(raw / 1000).toFixed(1)} | ${(packed / 1000).toFixed(1)} |`);
const sum = (of, n) => of.reduce((all, row) => all + row[n], 0);
console.log(`| ${small.length} smaller ones | ${sum(small, 1)} | ${(sum(small, 2) / 1000).toFixed(1)} | ${(sum(small, 3) / 1000).toFixed(1)} |`);
console.log(`| **all** | ${sum(rows, 1)} | ${(sum(rows, 2) / 1000).toFixed(1)} | ${(sum(rows, 3) / 1000).toFixed(1)} |`);
