// The gallery of the design system, in light and dark and at three widths; `script/test gallery`
// serves a development build, which alone has it.
import { defineConfig } from "@playwright/test";
import base from "./playwright.config";

const widths = { narrow: 320, phone: 390, desktop: 1280 };

export default defineConfig({
  ...base,
  testMatch: "gallery.ts",
  projects: (["light", "dark"] as const).flatMap((colorScheme) =>
    Object.entries(widths).map(([name, width]) => ({
      name: `${name}-${colorScheme}`,
      use: { viewport: { width, height: 800 }, colorScheme },
    })),
  ),
});
