import { defineConfig } from "@playwright/test";

// `script/test browser` starts a server and sets these. To test one that already runs:
//   MEDAPPOINT_URL=http://localhost:8080 npx playwright test
const baseURL = process.env.MEDAPPOINT_URL ?? "http://localhost:8080";

// Where the server's maps get their tiles: a stand-in that runs as long as the tests.
const tiles = process.env.MEDAPPOINT_TEST_TILES;

export default defineConfig({
  testDir: ".",
  outputDir: "test-results",
  reporter: [
    ["list"],
    ["json", { outputFile: process.env.MEDAPPOINT_TEST_REPORT ?? "test-results/report.json" }],
  ],
  forbidOnly: !!process.env.CI,
  // A test that passes only the second time has found something.
  retries: 0,
  // Two, since the browser shares the machine with the server. Tests make their own people and so
  // don't meet.
  workers: 2,
  fullyParallel: true,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  use: {
    baseURL,
    // Times and words on the pages are the server's. A browser elsewhere must show the same.
    locale: "en-GB",
    timezoneId: "Pacific/Auckland",
    actionTimeout: 10_000,
    navigationTimeout: 20_000,
    screenshot: "only-on-failure",
    trace: "retain-on-failure",
    launchOptions: {
      executablePath: process.env.MEDAPPOINT_CHROMIUM ?? "/usr/bin/chromium",
      // It runs as root in containers, without a graphics card, and has nobody to call home to.
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
  webServer: tiles ? { command: `node tiles.mjs ${new URL(tiles).port}`, url: tiles } : undefined,
  projects: [
    { name: "desktop", use: { viewport: { width: 1280, height: 800 } } },
    { name: "phone", use: { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 } },
  ],
});
