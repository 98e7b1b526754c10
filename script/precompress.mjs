// Writes a brotli sibling (name.br) beside each file under a folder that gains from one: the server
// sends it as it is, and no request pays for the best compression. Usage: node precompress.mjs DIR
import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";

const worthwhile = /\.(wasm|js|mjs|css|svg|json|txt|webmanifest)$/;
const smallest = 512; // below this, headers outweigh the saving

const dir = process.argv[2];
if (!dir) throw new Error("usage: node precompress.mjs DIR");

let files = 0, before = 0, after = 0;
for (const name of readdirSync(dir, { recursive: true })) {
  const path = join(dir, name);
  const stat = statSync(path);
  const size = stat.size;
  if (!stat.isFile() || !worthwhile.test(name) || size < smallest) continue;
  const small = brotliCompressSync(readFileSync(path), {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
      [constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS,
      [constants.BROTLI_PARAM_SIZE_HINT]: size,
    },
  });
  if (small.length >= size) continue;
  writeFileSync(`${path}.br`, small);
  files += 1; before += size; after += small.length;
}
const kb = (bytes) => `${Math.round(bytes / 1000)} kB`;
console.log(`    ${files} files compressed with brotli: ${kb(before)} -> ${kb(after)}`);
