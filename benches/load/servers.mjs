// Servers that a run starts, watches and stops: only its own, by their process.
import { spawn } from "node:child_process";
import { openSync, readFileSync } from "node:fs";
import { createServer } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";

/** A port that nobody listens on. */
export function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

const running = new Set();
process.on("exit", () => running.forEach((child) => child.kill("SIGKILL")));
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => process.exit(1));

/** Starts a program on the servers' core and waits until it is ready. */
export async function start(name, program, options, env, port, log) {
  const pin = (process.env.BENCH_PIN ?? "").split(" ").filter(Boolean);
  const [command, ...rest] = [...pin, program, ...options];
  const { PATH, HOME } = process.env;
  const out = openSync(log, "w");
  const child = spawn(command, rest, { env: { PATH, HOME, ...env }, stdio: ["ignore", out, out] });
  running.add(child);
  const ended = new Promise((resolve) => child.once("exit", resolve)).then(() => running.delete(child));
  const url = `http://localhost:${port}`;
  for (let tries = 0; ; tries += 1) {
    if (child.exitCode !== null || tries > 200) {
      throw new Error(`${name} did not become ready. It said:\n${readFileSync(log, "utf8")}`);
    }
    try {
      if ((await fetch(`${url}/readyz`)).ok) break;
    } catch {
      // Not listening yet.
    }
    await sleep(50);
  }
  return {
    name,
    url,
    /** Resident memory in bytes, some milliseconds from now. taskset has become the server: it is one process. */
    async memory({ after }) {
      await sleep(after);
      try {
        const status = readFileSync(`/proc/${child.pid}/status`, "utf8");
        return Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)[1]) * 1024;
      } catch {
        return Number.NaN; // No /proc here.
      }
    },
    async stop() {
      child.kill("SIGTERM");
      await Promise.race([ended, sleep(15_000).then(() => child.kill("SIGKILL"))]);
    },
  };
}
