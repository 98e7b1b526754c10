// What a first visit fetches for its client, in brotli: the files beside the server, and the texts of
// the language that has most of them. Prints it, and fails where it is more than we allow. A server
// of the same build runs at MEDAPPOINT_URL.  node script/first-load.mjs PUBLIC_FOLDER
import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** What we allow, in bytes. */
export const most = 400_000;

/** Bytes by kind, and all of them. */
export async function firstLoad(folder, url) {
  const sizes = {};
  for (const name of readdirSync(folder, { recursive: true })) {
    const kind = /\.(wasm|js|css)\.br$/.exec(name)?.[1];
    if (kind) sizes[kind] = (sizes[kind] ?? 0) + statSync(join(folder, name)).size;
  }
  for (const kind of ["wasm", "js", "css"]) if (!sizes[kind]) throw new Error(`no .${kind}.br in ${folder}`);
  const languages = readdirSync(new URL("../assets/texts", import.meta.url), { withFileTypes: true }).filter((entry) => entry.isDirectory());
  sizes.texts = Math.max(...(await Promise.all(languages.map(({ name }) => texts(url, name)))));
  return { sizes, total: Object.values(sizes).reduce((sum, size) => sum + size, 0) };
}

/** The script of a language, which its pages name. */
async function texts(url, language) {
  const page = await (await fetch(`${url}/login`, { headers: { "accept-language": language } })).text();
  const path = new RegExp(`src="(/texts/${language}-[^"]+)"`).exec(page)?.[1];
  if (!path) throw new Error(`the page in ${language} names no texts`);
  const { headers } = await fetch(url + path, { headers: { "accept-encoding": "br" } });
  const size = Number(headers.get("content-length"));
  if (headers.get("content-encoding") !== "br" || !size) throw new Error(`${path} does not come in brotli`);
  return size;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { sizes, total } = await firstLoad(process.argv[2], process.env.MEDAPPOINT_URL);
  const kb = (bytes) => `${(bytes / 1000).toFixed(1)} kB`;
  console.log(`${kb(total)} of ${kb(most)}: ${Object.entries(sizes).map(([kind, size]) => `${kind} ${kb(size)}`).join(", ")}`);
  process.exitCode = total <= most ? 0 : 1;
}
