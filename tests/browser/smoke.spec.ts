// The public pages: they arrive readable, the client takes over without a complaint, and then
// moves to the next page by itself.
import { accessible, expect, fitsTheScreen, open, test, withoutReload } from "./support";

const pages = [
  { path: "/", link: 'a[href="/doctors"]', to: /\/doctors$/ },
  { path: "/doctors", link: 'main a[href^="/doctors/"]', to: /\/doctors\/[0-9a-f-]{36}/ },
  { path: "/login", link: 'a[href="/register"]', to: /\/register$/ },
  { path: "/register", link: 'a[href^="/register/patient"]', to: /\/register\/patient/ },
];

for (const { path, link, to } of pages) {
  test(`${path} works`, async ({ page }) => {
    await open(page, path);
    await expect(page).toHaveTitle(/MedAppoint/);
    await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
    await fitsTheScreen(page);
    await accessible(page);

    await withoutReload(page, to, () => page.locator(link).locator("visible=true").first().click());
    await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
  });
}

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  for (const { path, link, to } of pages) {
    test(`${path} works`, async ({ page }) => {
      await open(page, path);
      await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);

      await page.locator(link).locator("visible=true").first().click();
      await expect(page).toHaveURL(to);
      await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
    });
  }
});
