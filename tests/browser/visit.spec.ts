// What comes with an accepted appointment: its way into calendars, and what its doctor notes afterwards.
import { readFile } from "node:fs/promises";
import {
  action, answered, Api, bell, expect, freeSlots, hasScript, hydrated, learns, open, reload, signIn, sound, status, steps, test, toast,
  type Appointment, type Clinic, type Page,
} from "./support";

/** A calendar file as it reads without the breaks in its long lines. */
const unfolded = (file: string) => file.replace(/\r\n[ \t]/g, "");

/** What the private address answers to whoever has it, signed in or not. */
async function fetched(address: string): Promise<{ status: number; text: string }> {
  const answer = await fetch(address);
  return { status: answer.status, text: unfolded(await answer.text()) };
}

for (const script of [true, false]) {
  test.describe(script ? "with JavaScript" : "without JavaScript", () => {
    test.use({ javaScriptEnabled: script });

    test("an accepted appointment goes into the patient's calendar, as a file and by a private address", async ({ page, context }) => {
      const [doctor, patient] = [await Api.readyDoctor(), await Api.patient()];
      const [slot] = await freeSlots(doctor.id);
      const asked = await patient.request(doctor, slot, "Nobody else’s business");
      await signIn(page, patient.person);
      await open(page, `/appointments/${asked.id}`);
      const file = page.getByRole("link", { name: "Add to calendar" });
      await expect(file).toHaveCount(0);
      await doctor.act(asked, "accept", { clinic_id: doctor.clinic.id });
      await learns(page, (within) => [expect(file).toBeVisible(within)]);
      const coming = page.waitForEvent("download");
      await file.click();
      const download = await coming;
      expect(download.suggestedFilename()).toMatch(/\.ics$/);
      const one = unfolded(await readFile(await download.path(), "utf8"));
      expect(one).toMatch(/^BEGIN:VCALENDAR\r\n/);
      const event = [`UID:${asked.id}@`, `DTSTART;TZID=Europe/London:${slot.local.date.replaceAll("-", "")}T${slot.local.time.replace(":", "")}00`, "Riverside Clinic"];
      for (const said of event) expect(one).toContain(said);
      expect(one).not.toContain("Nobody else");
      await expect(page).toHaveURL(new RegExp(asked.id));

      await open(page, "/settings");
      await page.getByRole("link", { name: /calendar/i }).first().click();
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("Your calendar");
      await hydrated(page);
      const address = page.getByLabel("Address", { exact: true });
      const press = async (name: string) => {
        await answered(page, /\/calendar-feed$/, () => page.getByRole("button", { name }).click());
        await expect(page.getByRole("button", { name })).toHaveCount(0);
        if (script) await expect.poll(() => page.evaluate(() => document.activeElement?.tagName), `the focus after “${name}”`).not.toBe("BODY");
      };
      await expect(address).toHaveCount(0);
      await press("Make a private address");
      await expect(page.getByText("Copy the address now")).toBeVisible();
      await hydrated(page);
      const first = await address.inputValue();
      expect(first).toMatch(/^http.*\/api\/calendar\/[\w-]{40,}\.ics$/);
      await expect(page.getByRole("link", { name: "Open in your calendar program" })).toHaveAttribute("href", first.replace(/^https?/, "webcal"));
      const feed = await fetched(first);
      expect(feed.status).toBe(200);
      for (const said of event) expect(feed.text).toContain(said);
      expect(feed.text).not.toContain("Nobody else");
      await sound(page);
      if (script) {
        await context.grantPermissions(["clipboard-read", "clipboard-write"]);
        await page.getByRole("button", { name: "Copy" }).click();
        await expect(toast(page)).toContainText("The address is copied.");
        expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(first);
      }

      // It is told once.
      await reload(page);
      await expect(page.getByText("You have an address since")).toBeVisible();
      await expect(address).toHaveCount(0);
      await answered(page, /\/calendar-feed$/, () => page.getByRole("button", { name: "Make a new address" }).click());
      await expect(page.getByText("Copy the address now")).toBeVisible();
      await hydrated(page);
      const second = await address.inputValue();
      expect(second).not.toBe(first);
      expect([(await fetched(first)).status, (await fetched(second)).status]).toEqual([404, 200]);
      await press("Remove the address");
      await expect(page.getByRole("button", { name: "Make a private address" })).toBeVisible();
      if (script) await expect(toast(page)).toContainText("The address is removed.");
      await expect(address).toHaveCount(0);
      expect((await fetched(second)).status).toBe(404);
      await hydrated(page);
      await sound(page);
    });
  });
}

type Begun = { doctor: Api & { clinic: Clinic }; patient: Api; asked: Appointment };

/** Appointments that are accepted and begin together within a minute and a half, and when that is. */
async function soonToBegin(count: number): Promise<{ all: Begun[]; begins: number }> {
  // Of two clocks the one on which the next hour is of the same day.
  const zone = new Date().getUTCHours() < 20 ? "UTC" : "Asia/Tokyo";
  const people = [];
  for (let n = 0; n < count; n++) {
    const [doctor, patient] = [await Api.doctor(), await Api.patient()];
    people.push({ doctor: Object.assign(doctor, { clinic: await doctor.addClinic({ time_zone: zone }) }), patient });
  }
  // The next full minute, unless the little that is left to do may take longer.
  const begins = Math.ceil((Date.now() + 10_000) / 60_000) * 60_000;
  const reads = (at: number) => new Date(at).toLocaleTimeString("en-GB", { timeZone: zone, hour: "2-digit", minute: "2-digit" });
  const hours = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, from: reads(begins), to: reads(begins + 600_000), slot_minutes: 10 }));
  const slot = { starts_at: new Date(begins).toISOString() };
  const all = [];
  for (const { doctor, patient } of people) {
    await doctor.setHours(doctor.clinic, hours);
    const asked = await patient.request(doctor, slot);
    await doctor.act(asked, "accept", { clinic_id: doctor.clinic.id });
    all.push({ doctor, patient, asked });
  }
  return { all, begins };
}

test("once it has begun the doctor notes that it took place, or that nobody came", async ({ newPage }, info) => {
  test.skip(info.project.name !== "desktop", "it waits for a minute, and a phone adds nothing to it");
  test.setTimeout(180_000);
  const { all: [came, missed], begins } = await soonToBegin(2);
  const at = async (who: Api, { asked }: Begun) => {
    const page = await newPage();
    await signIn(page, who.person);
    await open(page, `/appointments/${asked.id}`);
    await expect(status(page)).toHaveText("Accepted");
    return page;
  };
  const [first, second, phone] = [await at(came.doctor, came), await at(missed.doctor, missed), await at(came.patient, came)];
  const tookPlace = (page: Page) => page.getByRole("button", { name: "The visit took place" });
  const nobodyCame = (page: Page) => page.locator("details.action > summary", { hasText: "The patient did not come" });
  await expect(first.locator("details.action > summary", { hasText: "Cancel appointment" })).toBeVisible();
  for (const close of [tookPlace(first), nobodyCame(first)]) await expect(close).toHaveCount(0);
  expect(Date.now(), "it has begun before this was seen").toBeLessThan(begins);

  await new Promise((begun) => setTimeout(begun, begins + 500 - Date.now()));
  await reload(first);
  await expect(first.getByRole("main")).not.toContainText("Cancel appointment");
  await expect(nobodyCame(first)).toBeVisible();
  await sound(first);
  await answered(first, /\/complete$/, () => tookPlace(first).click());
  await expect(status(first)).toHaveText("Completed");
  await learns(phone, (within) => [
    expect(status(phone)).toHaveText("Completed", within),
    expect(bell(phone, 2)).toBeVisible(within),
    expect(toast(phone)).toContainText(`Your visit to ${came.doctor.person.full_name} is complete`, within),
  ]);
  await expect(steps(first).first()).toHaveText(`${came.doctor.person.full_name} noted that the visit took place`);
  await expect(steps(phone).first()).toHaveText(`${came.doctor.person.full_name} noted that the visit took place`);

  await reload(second);
  await expect(tookPlace(second)).toBeVisible();
  const form = await action(second, "The patient did not come");
  await expect(form).toContainText(`${missed.patient.person.full_name} is told. This can’t be undone.`);
  await sound(second);
  await answered(second, /\/no-show$/, () => form.getByRole("button", { name: "The patient did not come" }).click());
  await expect(status(second)).toHaveText("No-show");
  await expect.poll(() => second.evaluate(() => document.activeElement?.id)).toBe("page-title");
  const { items: [told] } = await missed.patient.call("GET", "/api/notifications");
  expect(told.title).toBe(`${missed.doctor.person.full_name} noted that you did not come`);

  // Both are over, for either side.
  for (const page of [first, second, phone]) {
    await expect(page.getByRole("main").locator("form")).toHaveCount(0);
    await expect(page.getByRole("link", { name: "Add to calendar" })).toHaveCount(0);
    await sound(page);
  }
});
