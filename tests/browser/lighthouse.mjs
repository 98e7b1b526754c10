// Lighthouse on a phone, as a limit: the median of three runs a page. Prints a table, and closes
// with "N passed, N failed". A server with the demonstration runs at MEDAPPOINT_URL.
//   node lighthouse.mjs [PATH...]
import { launch } from "chrome-launcher";
import lighthouse from "lighthouse";

const base = process.env.MEDAPPOINT_URL ?? "http://localhost:8080";
const limits = { performance: 95, accessibility: 100, "best-practices": 100 };
const figures = ["first-contentful-paint", "largest-contentful-paint", "total-blocking-time", "cumulative-layout-shift"];
const runs = 3;
const pages = process.argv.length > 2 ? process.argv.slice(2) : ["/", "/doctors", "/login", "/appointments"];
const demo = { email: "ana.reyes@example.org", password: "quiet harbour lantern" };

/** The cookies of the demonstration's patient: the pages behind the door are hers. */
async function signedIn() {
  const answer = await fetch(`${base}/api/auth/login`, {
    method: "POST",
    headers: { "content-type": "application/json", origin: base },
    body: JSON.stringify(demo),
  });
  if (!answer.ok) throw new Error(`sign-in answered ${answer.status}`);
  return answer.headers.getSetCookie().map((cookie) => cookie.split(";")[0]).join("; ");
}

/** One measurement. Where Lighthouse itself fails (a trace without its beginning), it is asked once more. */
async function measured(path, options) {
  const { lhr } = await lighthouse(base + path, options);
  if (!lhr.runtimeError) return lhr;
  const again = await lighthouse(base + path, options);
  if (again.lhr.runtimeError) throw new Error(`${path}: ${again.lhr.runtimeError.message}`);
  return again.lhr;
}

/** What counts against a page, in words. */
function complaints(lhr) {
  const weighed = Object.entries(lhr.categories).flatMap(([name, { auditRefs }]) =>
    auditRefs.filter((ref) => ref.weight > 0).map((ref) => [name, lhr.audits[ref.id]]));
  return weighed.filter(([, audit]) => audit.score !== null && audit.score < 0.9)
    .map(([name, audit]) => `${name}: ${audit.title} ${audit.displayValue ?? ""}`);
}

const chrome = await launch({
  chromePath: process.env.MEDAPPOINT_CHROMIUM ?? "/usr/bin/chromium",
  chromeFlags: ["--headless=new", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"],
});
const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
let passed = 0, failed = 0;
try {
  const cookie = await signedIn();
  const found = new Map(pages.map((path) => [path, []]));
  // In turn: what else the machine does for half a minute falls on a run of each page, not on all of one.
  for (let run = 0; run < runs; run++) {
    for (const path of pages) {
      const lhr = await measured(path, {
        port: chrome.port,
        onlyCategories: Object.keys(limits),
        // Pages at the door are for whoever is not signed in.
        extraHeaders: path.startsWith("/appointments") ? { Cookie: cookie } : undefined,
        logLevel: "error",
      });
      if (new URL(lhr.finalDisplayedUrl).pathname !== path) throw new Error(`${path} led to ${lhr.finalDisplayedUrl}`);
      found.get(path).push(lhr);
    }
  }
  for (const [path, all] of found) {
    for (const [name, least] of Object.entries(limits)) {
      const scores = all.map((lhr) => Math.round(lhr.categories[name].score * 100));
      const score = median(scores);
      if (score >= least) passed++; else failed++;
      console.log(`${score >= least ? "ok  " : "FAIL"} ${path.padEnd(14)} ${name.padEnd(15)} ${String(score).padStart(3)} (at least ${least}; ${scores.join(", ")})`);
    }
    const [fcp, lcp, tbt, cls] = figures.map((name) => median(all.map((lhr) => lhr.audits[name].numericValue)));
    console.log(`     ${path.padEnd(14)} first paint ${Math.round(fcp)} ms, largest ${Math.round(lcp)} ms, blocking ${Math.round(tbt)} ms, shift ${cls.toFixed(3)}`);
    for (const complaint of complaints(all.at(-1))) console.log(`     ${complaint}`);
  }
} finally {
  chrome.kill();
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
