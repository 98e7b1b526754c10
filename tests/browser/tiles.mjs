// A stand-in for a source of map tiles, for machines without the internet: `node tiles.mjs PORT`.
// Each tile has a colour of its own, and lines like streets.
import { createServer } from "node:http";
import { crc32, deflateSync } from "node:zlib";

const side = 256;

function chunk(kind, data) {
  const body = Buffer.concat([Buffer.from(kind), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

/** A picture of the ground, with streets across it. */
function tile(z, x, y) {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(side, 0);
  head.writeUInt32BE(side, 4);
  head.set([8, 2, 0, 0, 0], 8);
  const ground = [226 + ((x * 7 + y * 3 + z) % 3) * 6, 232 - ((x + y) % 2) * 8, 222 + (y % 3) * 5];
  const rows = [];
  for (let v = 0; v < side; v++) {
    const row = Buffer.alloc(1 + side * 3);
    for (let u = 0; u < side; u++) {
      const street = (u + v / 3) % 85 < 7 || (v - u / 5 + side) % 64 < 5;
      const avenue = Math.abs(((u * 2 + v) % 256) - 128) < 6;
      const colour = avenue ? [250, 214, 140] : street ? [255, 255, 255] : ground;
      row.set(colour, 1 + u * 3);
    }
    rows.push(row);
  }
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk("IHDR", head),
    chunk("IDAT", deflateSync(Buffer.concat(rows))),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

createServer((request, response) => {
  const numbers = /^\/(\d+)\/(\d+)\/(\d+)\.png$/.exec(request.url);
  if (!numbers) return void response.writeHead(request.url === "/" ? 200 : 404).end();
  response.writeHead(200, { "content-type": "image/png", "cache-control": "max-age=604800" });
  response.end(tile(...numbers.slice(1).map(Number)));
}).listen(Number(process.argv[2]), "127.0.0.1");
