// The waiting list: who finds no suitable time leaves a wish, is offered what frees, and takes it or
// not. Told twice, with JavaScript and without it.
import {
  answered, Api, aSpecialty, at, bell, expect, freeSlots, hasScript, hydrated, open, problems, reload, signIn, sound, status, test,
  type Clinic, type Locator, type Page, type Slot,
} from "./support";

type Full = { doctor: Api & { clinic: Clinic }; slot: Slot; free: () => Promise<unknown> };

/** A doctor with one time a day, and one day whose time is somebody's: `free` cancels it. */
async function fullDay(): Promise<Full> {
  const doctor = await Api.doctor({ specialty: aSpecialty() });
  const clinic = await doctor.addClinic();
  const daily = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, from: "08:00", to: "08:30", slot_minutes: 30 }));
  await doctor.setHours(clinic, daily);
  const slot = (await freeSlots(doctor.id))[3];
  const taker = await Api.patient();
  const asked = await taker.request(doctor, slot);
  return { doctor: Object.assign(doctor, { clinic }), slot, free: () => taker.act(asked, "cancel", { reason: "I am well again." }) };
}

/** A page of a new patient, signed in. */
async function someone(newPage: () => Promise<Page>): Promise<{ patient: Api; page: Page }> {
  const [patient, page] = [await Api.patient(), await newPage()];
  await signIn(page, patient.person);
  return { patient, page };
}

/** What somebody waits for, on their list. */
function wish(page: Page, name: string): Locator {
  return page.getByRole("main").getByRole("region", { name, exact: true });
}

function press(page: Page, path: RegExp, button: Locator): Promise<unknown> {
  return answered(page, path, () => button.click());
}

/** Fills in the form that joins the list: this day alone. */
async function join(page: Page, date: string, reason = "Palpitations"): Promise<void> {
  await page.getByLabel(/^From/).fill(date);
  await page.getByLabel(/^Until/).fill(date);
  await page.getByLabel("Reason").fill(reason);
  await press(page, /\/waiting$/, page.getByRole("button", { name: "Join the waiting list" }));
  await expect(page).toHaveURL(at("/waiting"));
  await expect(page.getByText("You are on the waiting list.")).toBeVisible();
  await hydrated(page);
}

/** Joins the list of a doctor, from their page. */
async function joinFrom(page: Page, { doctor, slot }: Full): Promise<void> {
  await open(page, `/doctors/${doctor.id}?from=${slot.local.date}`);
  await page.getByRole("link", { name: "No suitable time? Join the waiting list" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(`Wait for a time with ${doctor.person.full_name}`);
  await hydrated(page);
  await join(page, slot.local.date);
}

/** Waits until the bell tells of a time, by itself where it can, and follows it to the list. */
async function isOffered(page: Page, name: string): Promise<Locator> {
  await expect(async () => {
    if (!hasScript(page)) await page.reload();
    await expect(bell(page, 1)).toBeVisible({ timeout: hasScript(page) ? 20_000 : 500 });
  }).toPass({ timeout: 30_000 });
  await bell(page, 1).click();
  await page.getByRole("link", { name: `${name} has a time for you` }).click();
  await expect(page).toHaveURL(at("/waiting"));
  await hydrated(page);
  return wish(page, name);
}

/** Whether everybody may ask for a time. */
async function isFree(doctor: Api, { starts_at }: Slot): Promise<boolean> {
  return (await freeSlots(doctor.id)).some((free) => free.starts_at === starts_at);
}

for (const script of [true, false]) {
  test.describe(script ? "with JavaScript" : "without JavaScript", () => {
    test.use({ javaScriptEnabled: script });

    test("who waits for a doctor is offered the time that frees, and takes it", async ({ newPage, expected }) => {
      test.slow();
      const full = await fullDay();
      const { doctor, slot } = full;
      const name = doctor.person.full_name;
      const { patient, page } = await someone(newPage);

      await open(page, `/doctors/${doctor.id}?from=${slot.local.date}`);
      await page.getByRole("link", { name: "No suitable time? Join the waiting list" }).click();
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(`Wait for a time with ${name}`);
      await hydrated(page);
      await sound(page);

      // Without a reason it goes nowhere, and what was ticked stays.
      expected.status(422, /\/waiting$/);
      await page.getByLabel("Morning, before 12:00").check();
      await press(page, /\/waiting$/, page.getByRole("button", { name: "Join the waiting list" }));
      await expect(problems(page).getByRole("link", { name: "Enter the reason for your visit." })).toBeVisible();
      await expect(page).toHaveTitle(/^Error: /);
      await expect(page.getByLabel("Morning, before 12:00")).toBeChecked();
      await hydrated(page);
      await sound(page);
      await join(page, slot.local.date);

      const mine = wish(page, name);
      await expect(mine).toContainText("Waiting");
      await expect(mine).toContainText("Any day · morning");
      await expect(mine).toContainText("Palpitations");
      await expect(page.getByRole("button", { name: "Accept" })).toHaveCount(0);
      await sound(page);

      await full.free();
      // The open list shows it by itself.
      if (hasScript(page)) await expect(mine).toContainText("A time is held for you", { timeout: 20_000 });
      await isOffered(page, name);
      await expect(mine).toContainText("A time is held for you");
      await expect(mine).toContainText(slot.local.time);
      await expect(mine).toContainText(doctor.clinic.address);
      await expect(mine).toContainText("It is held for you until");
      await sound(page);
      // Nobody else can have it meanwhile.
      expect(await isFree(doctor, slot)).toBe(false);
      const other = await Api.patient();
      await expect(other.request(doctor, slot)).rejects.toThrow(/ 409: /);

      await press(page, /\/accept$/, mine.getByRole("button", { name: `Accept: ${name}` }));
      await expect(page).toHaveURL(/\/appointments\/[0-9a-f-]{36}\?requested=yes$/);
      await hydrated(page);
      await expect(status(page)).toHaveText("Pending");
      await expect(page.getByRole("main")).toContainText(slot.local.time);
      await sound(page);
      const id = new URL(page.url()).pathname.split("/").pop();
      const desk = await doctor.call("GET", "/api/appointments?status=pending");
      expect(desk.items).toMatchObject([{ id, starts_at: slot.starts_at, reason: "Palpitations", patient: { id: patient.id } }]);
      expect((await patient.call("GET", "/api/appointments")).items).toHaveLength(1);

      // The wish is granted, and leads there.
      await open(page, "/waiting");
      await expect(page.getByRole("heading", { name: "You wait for nothing" })).toBeVisible();
      await expect(mine).toContainText("You have a time");
      await sound(page);
      await mine.getByRole("link", { name: "accepted" }).click();
      await expect(page).toHaveURL(at(`/appointments/${id}`));
      await expect(status(page)).toHaveText("Pending");
    });

    test("a time that is declined goes to the next, who leaves the list", async ({ newPage }) => {
      test.slow();
      const full = await fullDay();
      const { doctor, slot } = full;
      const name = doctor.person.full_name;
      const first = await someone(newPage);
      await joinFrom(first.page, full);
      const second = await someone(newPage);
      await joinFrom(second.page, full);

      await full.free();
      let mine = await isOffered(first.page, name);
      await expect(mine).toContainText("A time is held for you");
      // One at a time.
      await open(second.page, "/waiting");
      await expect(wish(second.page, name)).toContainText("Waiting");
      await expect(second.page.getByRole("button", { name: "Accept" })).toHaveCount(0);

      await press(first.page, /\/decline$/, mine.getByRole("button", { name: `Decline: ${name}` }));
      await expect(first.page.getByText("You have declined the time. You stay on the waiting list.")).toBeVisible();
      await hydrated(first.page);
      await expect(mine).toContainText("Waiting");
      await expect(mine).toContainText("declined");
      await expect(mine.getByRole("button", { name: "Accept" })).toHaveCount(0);
      await sound(first.page);

      mine = await isOffered(second.page, name);
      await expect(mine).toContainText("A time is held for you");
      expect(await isFree(doctor, slot)).toBe(false);
      await press(second.page, /\/waiting\/[0-9a-f-]{36}$/, mine.getByRole("button", { name: `Stop waiting for ${name}` }));
      await expect(second.page.getByText("It is removed from your waiting list.")).toBeVisible();
      await hydrated(second.page);
      await expect(mine).toHaveCount(0);
      await expect(second.page.getByRole("heading", { name: "You wait for nothing" })).toBeVisible();
      await sound(second.page);
      expect((await second.patient.call("GET", "/api/waiting")).items).toEqual([]);

      // Who declined is not asked again: it is anybody's.
      await expect.poll(() => isFree(doctor, slot), { timeout: 30_000 }).toBe(true);
      await reload(first.page);
      await expect(wish(first.page, name).getByRole("button", { name: "Accept" })).toHaveCount(0);
      expect((await first.patient.call("GET", "/api/waiting")).items).toMatchObject([{ status: "open", offers: [{ status: "declined" }] }]);
    });

    test("who waits for a specialty is offered a time of hours that are added", async ({ newPage }, info) => {
      test.slow();
      // Of a specialty of no other test's doctors, on a day of its own, and of another weekday than
      // today: nothing else may fit.
      const day = 22 + (script ? 0 : 1) + (info.project.name === "phone" ? 2 : 0);
      const date = new Date(Date.now() + day * 86_400_000);
      const { patient, page } = await someone(newPage);
      await open(page, `/doctors?specialty=general-surgery&available=today`);
      await page.getByRole("link", { name: "No suitable time? Join the waiting list" }).click();
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("Wait for a time in General surgery");
      await hydrated(page);
      await sound(page);
      await join(page, date.toISOString().slice(0, 10), "A hernia");
      await expect(wish(page, "General surgery")).toContainText("Waiting");

      const doctor = await Api.doctor({ specialty: "general-surgery" });
      const clinic = await doctor.addClinic();
      await doctor.setHours(clinic, [{ weekday: date.getUTCDay() || 7, from: "17:00", to: "17:30", slot_minutes: 30 }]);
      await expect(async () => {
        await reload(page);
        await expect(wish(page, "General surgery")).toContainText("A time is held for you", { timeout: 500 });
      }).toPass({ timeout: 30_000 });
      const mine = wish(page, "General surgery");
      await expect(mine).toContainText(doctor.person.full_name);
      await expect(mine).toContainText("17:00");
      await sound(page);

      await press(page, /\/accept$/, mine.getByRole("button", { name: `Accept: ${doctor.person.full_name}` }));
      await expect(page).toHaveURL(/\/appointments\/[0-9a-f-]{36}\?requested=yes$/);
      await hydrated(page);
      await expect(status(page)).toHaveText("Pending");
      await expect(page.getByRole("heading", { level: 1 })).toContainText(doctor.person.full_name);
      expect((await patient.call("GET", "/api/appointments")).items).toMatchObject([{ status: "pending", reason: "A hernia" }]);
    });
  });
}
