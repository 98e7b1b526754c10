// Pages that no story leads to, and panels as they open, by day and by night.
import {
  accessible, action, Api, at, expect, freeSlots, guideEnd, open, signIn, sound, test, type Page, type Person,
} from "./support";

/** Somebody of the demonstration, whose pages are full. They are only read here. */
const demo = (name: string): Person => ({ full_name: "", email: `${name}@example.org`, password: "quiet harbour lantern" });

/** A page, its heading, and what is opened in it. */
type Look = { path: string; says: RegExp | string; then?: (page: Page) => Promise<unknown> };

const ground = (page: Page) => page.evaluate(() => getComputedStyle(document.body).backgroundColor);

/** Looks at each in light, and in dark at what another colour may change. */
async function look(page: Page, looks: Look[]): Promise<void> {
  for (const { path, says, then } of looks) {
    // Without motion: a colour on its way to another is neither.
    await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
    await open(page, path);
    await expect(page.getByRole("heading", { level: 1 }), path).toHaveText(says);
    await then?.(page);
    await sound(page);
    const light = await ground(page);
    await page.emulateMedia({ colorScheme: "dark" });
    await expect.poll(() => ground(page)).not.toBe(light);
    await accessible(page, ["color-contrast", "link-in-text-block"]);
  }
}

test("pages for everybody", async ({ page, newPage }) => {
  // No mail leaves this server, which is what the first have to say.
  await look(page, [
    { path: "/forgot-password", says: "Forgot your password?", then: () => expect(page.getByText("This clinic’s site sends no email")).toBeVisible() },
    { path: "/reset-password", says: "Forgot your password?", then: () => expect(page.getByText("This clinic’s site sends no email")).toBeVisible() },
    {
      path: "/reset-password?token=x",
      says: "Forgot your password?",
      then: async () => {
        await expect(page.getByText("This link is no longer good")).toBeVisible();
        await expect(page).toHaveURL((url) => at("/reset-password")(url) && url.search === "");
      },
    },
    { path: "/guide?where=chest&who=adult", says: /\?$|^Do / },
    { path: "/guide?where=skin&who=adult&signs=burn", says: /^Call/ },
    { path: guideEnd, says: /^Start with/ },
  ]);
  const spanish = await newPage({ locale: "es" });
  await look(spanish, [
    { path: "/guide?where=chest&who=adult", says: /^¿/ },
    { path: guideEnd, says: /^Acuda primero/ },
  ]);
});

test("pages of a doctor", async ({ page }) => {
  test.slow();
  const omar = await Api.signIn(demo("omar.haddad"));
  const one = async (status: string) => (await omar.call("GET", `/api/appointments?status=${status}&when=upcoming&limit=1`)).items[0];
  const [pending, accepted] = [await one("pending"), await one("accepted")];
  const [patient] = (await omar.call("GET", "/api/patients?limit=1")).items;
  await signIn(page, omar.person);
  await look(page, [
    { path: "/reports", says: "Reports" },
    { path: `/patients/${patient.id}`, says: patient.full_name },
    { path: "/settings/calendar", says: "Your calendar", then: () => page.locator("details.menu > summary").click() },
    {
      path: `/appointments/${pending.id}`,
      says: RegExp(`^${pending.patient.full_name}`),
      then: async () => {
        await page.locator("details.disclosure > summary").click();
        await action(page, "Refer");
      },
    },
    { path: `/appointments/${accepted.id}?from=soonest`, says: RegExp(`^${accepted.patient.full_name}`), then: () => action(page, "Cancel appointment") },
    { path: "/availability", says: "Hours and clinics", then: () => page.locator("details.action > summary").first().click() },
  ]);
});

test("pages of a patient", async ({ page }) => {
  const omar = await Api.signIn(demo("omar.haddad"));
  const [slot] = await freeSlots(omar.id);
  await signIn(page, demo("ana.reyes"));
  await look(page, [
    { path: "/settings/calendar", says: "Your calendar" },
    { path: `/doctors/${omar.id}/request?start=${encodeURIComponent(slot.starts_at)}`, says: /Omar Haddad/ },
    { path: `/waiting?doctor=${omar.id}`, says: /Omar Haddad/ },
  ]);
});
