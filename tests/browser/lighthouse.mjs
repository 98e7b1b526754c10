// Lighthouse on a phone, as a limit: the median of three runs a page. Prints a table, and closes
// with "N passed, N failed". A server with the demonstration runs at MEDAPPOINT_URL.
//   node lighthouse.mjs [PATH...]
import { launch } from "chrome-launcher";
import lighthouse from "lighthouse";

const base = process.env.MEDAPPOINT_URL ?? "http://localhost:8080";
const limits = { performance: 95, accessibility: 100, "best-practices": 100 };
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

const chrome = await launch({
  chromePath: process.env.MEDAPPOINT_CHROMIUM ?? "/usr/bin/chromium",
  chromeFlags: ["--headless=new", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"],
});
const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
let passed = 0, failed = 0;
try {
  const cookie = await signedIn();
  for (const path of pages) {
    const scores = Object.fromEntries(Object.keys(limits).map((name) => [name, []]));
    const figures = { "first-contentful-paint": [], "largest-contentful-paint": [], "total-blocking-time": [], "cumulative-layout-shift": [] };
    let complaints = [];
    for (let run = 0; run < runs; run++) {
      const lhr = await measured(path, {
        port: chrome.port,
        onlyCategories: Object.keys(limits),
        // Pages at the door are for whoever is not signed in.
        extraHeaders: path.startsWith("/appointments") ? { Cookie: cookie } : undefined,
        logLevel: "error",
      });
      if (new URL(lhr.finalDisplayedUrl).pathname !== path) throw new Error(`${path} led to ${lhr.finalDisplayedUrl}`);
      for (const name of Object.keys(limits)) scores[name].push(Math.round(lhr.categories[name].score * 100));
      for (const name of Object.keys(figures)) figures[name].push(lhr.audits[name].numericValue);
      const weighed = Object.entries(lhr.categories).flatMap(([name, { auditRefs }]) =>
        auditRefs.filter((ref) => ref.weight > 0).map((ref) => [name, lhr.audits[ref.id]]));
      complaints = weighed.filter(([, audit]) => audit.score !== null && audit.score < 0.9)
        .map(([name, audit]) => `${name}: ${audit.title} ${audit.displayValue ?? ""}`);
    }
    for (const [name, least] of Object.entries(limits)) {
      const score = median(scores[name]);
      if (score >= least) passed++; else failed++;
      console.log(`${score >= least ? "ok  " : "FAIL"} ${path.padEnd(14)} ${name.padEnd(15)} ${String(score).padStart(3)} (at least ${least}; ${scores[name].join(", ")})`);
    }
    const [fcp, lcp, tbt, cls] = Object.values(figures).map(median);
    console.log(`     ${path.padEnd(14)} first paint ${Math.round(fcp)} ms, largest ${Math.round(lcp)} ms, blocking ${Math.round(tbt)} ms, shift ${cls.toFixed(3)}`);
    for (const complaint of complaints) console.log(`     ${complaint}`);
  }
} finally {
  chrome.kill();
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
