// Pictures of every page, to look at; nothing is tested:
//   SCREENS_DIR=/tmp/screens MEDAPPOINT_URL=http://localhost:8080 npx playwright test --config tests/browser/screens.config.ts
import { defineConfig } from "@playwright/test";
import base from "./playwright.config";

export default defineConfig({
  ...base,
  testMatch: "screens.ts",
  reporter: "list",
  timeout: 300_000,
  workers: 1,
  projects: ["light", "dark"].flatMap((scheme) =>
    base.projects!.map((project) => ({
      ...project,
      name: `${project.name}-${scheme}`,
      use: { ...project.use, colorScheme: scheme as "light" | "dark" },
    })),
  ),
});
