// The reader's own clock beside the clinic's, where the two differ.
import { Api, expect, freeSlots, open, signIn, test, withoutReload, type Page } from "./support";

type Note = { at: string; reads: string; says: string | null };

/** What stands beside each free time: nothing where it is hidden. */
function notes(page: Page): Promise<Note[]> {
  return page.locator("[data-instant]").evaluateAll((all) =>
    all.map((note) => ({
      at: note.getAttribute("data-instant")!,
      reads: note.parentElement!.firstChild!.textContent!,
      says: note.checkVisibility() ? (note as HTMLElement).innerText.replace(/\s+/g, " ").trim() : null,
    })),
  );
}

/** What a clock of this zone shows at an instant: the day, and the time. */
function clock(zone: string, at: string): [string, string] {
  const parts = new Intl.DateTimeFormat("en-GB", { timeZone: zone, weekday: "short", hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
  const part = Object.fromEntries(parts.formatToParts(new Date(at)).map(({ type, value }) => [type, value]));
  return [part.weekday, `${part.hour}:${part.minute}`];
}

/** Each free time of the page has beside it what a clock in Auckland shows then. */
async function readsInAuckland(page: Page): Promise<Note[]> {
  await expect(page.locator("[data-own-clock]")).toBeVisible();
  await expect(page.locator("[data-instant][hidden]")).toHaveCount(0);
  const all = await notes(page);
  expect(all.length).toBeGreaterThan(10);
  for (const { at, reads, says } of all) {
    const [[there, clinic], [here, own]] = [clock("Europe/London", at), clock("Pacific/Auckland", at)];
    expect(reads, at).toBe(clinic);
    expect(says, at).toBe(`${here === there ? own : `${here} ${own}`} your time`);
  }
  return all;
}

test("free times have the reader's own time beside them, where it is another", async ({ page, newPage }) => {
  const [doctor, patient] = [await Api.readyDoctor(), await Api.patient()];
  const slots = await freeSlots(doctor.id);
  // Noon in London is past midnight in Auckland, whichever of them has summer.
  const noon = slots.find(({ local }) => local.time === "12:00")!;
  const request = `/doctors/${doctor.id}/request?start=${encodeURIComponent(noon.starts_at)}`;
  await signIn(page, patient.person);
  expect(await page.evaluate(() => Intl.DateTimeFormat().resolvedOptions().timeZone)).toBe("Pacific/Auckland");
  await open(page, `/doctors/${doctor.id}`);
  const shown = await readsInAuckland(page);
  const one = shown.find(({ at }) => Date.parse(at) === Date.parse(noon.starts_at))!;
  const tomorrow = new Date(`${noon.local.date}T12:00:00Z`);
  tomorrow.setUTCDate(tomorrow.getUTCDate() + 1);
  expect(one.says).toMatch(new RegExp(`^${clock("UTC", tomorrow.toISOString())[0]} 0[01]:00 your time$`));

  // Also what comes later, without the page being loaded anew.
  await withoutReload(page, /from=/, () => page.getByRole("link", { name: /^Later/ }).click());
  await expect(page.locator(`[data-instant="${one.at}"]`)).toHaveCount(0);
  await readsInAuckland(page);
  await open(page, request);
  await readsInAuckland(page);
  await expect(page.getByRole("list", { name: "Free times" }).locator("[aria-current]")).toContainText("12:00");

  const near = await newPage({ timezoneId: "Europe/London", storageState: await page.context().storageState() });
  for (const path of [`/doctors/${doctor.id}`, request]) {
    await open(near, path);
    await expect(near.getByRole("list", { name: "Free times" })).toBeVisible();
    await expect(near.locator("[data-own-clock]")).toBeHidden();
    const all = await notes(near);
    expect(all.length).toBeGreaterThan(10);
    expect(all.filter(({ says }) => says !== null)).toEqual([]);
  }
});
