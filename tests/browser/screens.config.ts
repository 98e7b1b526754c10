// Pictures of every page on contact sheets; nothing is tested. `script/screens` runs it. On a
// demonstration that already runs:
//   SCREENS_DIR=/tmp/screens MEDAPPOINT_URL=http://localhost:8080 npx playwright test --config tests/browser/screens.config.ts
import { defineConfig } from "@playwright/test";
import base from "./playwright.config";

export default defineConfig({
  ...base,
  testMatch: "screens.ts",
  reporter: "list",
  timeout: 900_000,
  workers: 1,
  projects: (["light", "dark"] as const).map((colorScheme) => ({
    name: colorScheme,
    use: { viewport: { width: 1280, height: 800 }, colorScheme },
  })),
});
