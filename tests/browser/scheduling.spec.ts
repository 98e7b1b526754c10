// Another time: the doctor suggests one and the patient agrees, or the patient asks for one and
// keeps the old until the doctor accepts. Told twice, with JavaScript and without it.
import {
  action, answered, Api, aSpecialty, bell, expect, freeSlots, hydrated, learns, open, problems, signIn, sound, status, steps, test, toast,
  type Appointment, type Clinic, type Locator, type Page, type Slot,
} from "./support";

const months = [
  "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
];

/** A free time as the choice of times names it: "09:30, Thursday 26 November 2026". */
function named({ local }: Slot): RegExp {
  const [year, month, day] = local.date.split("-").map(Number);
  const weekday = new Date(`${local.date}T12:00:00Z`).toLocaleDateString("en-GB", { weekday: "long", timeZone: "UTC" });
  return new RegExp(`^${local.time}\\s*, ${weekday} ${day} ${months[month - 1]} ${year}`);
}

/** Opens the form for another time and chooses one in it. */
async function another(page: Page, label: string, slot: Slot): Promise<Locator> {
  await page.getByRole("link", { name: label, exact: true }).click();
  await expect(page.getByRole("heading", { name: label, exact: true })).toBeVisible();
  await hydrated(page);
  const form = await action(page, label);
  await form.getByRole("radio", { name: named(slot) }).check();
  return form;
}

type Scene = { doctor: Api & { clinic: Clinic }; patient: Api; asked: Appointment; slots: Slot[]; desk: Page; phone: Page };

/** A doctor and a patient with a request for the first of these times, both on its page. */
async function scene(newPage: () => Promise<Page>, accepted = false): Promise<Scene> {
  const [doctor, patient] = [await Api.readyDoctor({ specialty: aSpecialty() }), await Api.patient()];
  const slots = await freeSlots(doctor.id);
  const asked = await patient.request(doctor, slots[0]);
  if (accepted) await doctor.act(asked, "accept", { clinic_id: doctor.clinic.id });
  const [desk, phone] = [await newPage(), await newPage()];
  await signIn(desk, doctor.person);
  await signIn(phone, patient.person);
  for (const page of [desk, phone]) await open(page, `/appointments/${asked.id}`);
  return { doctor, patient, asked, slots, desk, phone };
}

/** Whether everybody may still ask for a time. */
async function isFree(doctor: Api, { starts_at }: Slot): Promise<boolean> {
  return (await freeSlots(doctor.id)).some((free) => free.starts_at === starts_at);
}

/** The appointment in the doctor's week, which is the one that the slot is in. */
async function inTheWeek(desk: Page, patient: Api, slot: Slot): Promise<Locator> {
  await open(desk, `/appointments?view=week&from=${slot.local.date}`);
  const block = desk.getByRole("main").getByRole("link", { name: patient.person.full_name });
  await expect(block).toHaveCount(1);
  await expect(block).toBeVisible();
  await expect(block).toContainText(slot.local.time);
  return block;
}

for (const script of [true, false]) {
  test.describe(script ? "with JavaScript" : "without JavaScript", () => {
    test.use({ javaScriptEnabled: script });

    test("the doctor suggests another time, the patient agrees, and the week shows it", async ({ newPage }) => {
      test.slow();
      const { doctor, patient, slots, desk, phone } = await scene(newPage);
      const [old, , , other] = slots;

      let form = await another(desk, "Suggest another time", other);
      await sound(desk);
      await form.getByLabel("Note").fill("I operate until nine that day.");
      await answered(desk, /\/suggest$/, () => form.getByRole("button", { name: "Suggest another time" }).click());

      // The patient's open page.
      const ticket = phone.getByRole("region", { name: "Appointment", exact: true });
      await learns(phone, (within) => [
        expect(status(phone)).toHaveText("Proposed", within),
        expect(ticket.getByRole("heading", { name: `${doctor.person.full_name} suggests this time` })).toBeVisible(within),
        expect(ticket).toContainText(other.local.time, within),
        expect(bell(phone, 1)).toBeVisible(within),
        ...(script ? [expect(toast(phone)).toContainText(`${doctor.person.full_name} suggests another time`, within)] : []),
      ]);
      await expect(ticket).toContainText("In place of");
      await expect(phone.getByRole("region", { name: "What happened" })).toContainText("I operate until nine that day.");
      await sound(phone);
      await expect(status(desk)).toHaveText("Proposed");
      // What was asked for is free again, what was suggested is held.
      expect([await isFree(doctor, old), await isFree(doctor, other)]).toEqual([true, false]);

      form = await action(phone, "Agree to this time");
      await answered(phone, /\/agree$/, () => form.getByRole("button", { name: "Agree to this time" }).click());
      await learns(desk, (within) => [
        expect(status(desk)).toHaveText("Accepted", within),
        // Of the request, and of this.
        expect(bell(desk, 2)).toBeVisible(within),
        ...(script ? [expect(toast(desk)).toContainText(`${patient.person.full_name} agrees to the time that you suggested`, within)] : []),
      ]);
      await expect(status(phone)).toHaveText("Accepted");
      await expect(ticket).toContainText(doctor.clinic.address);
      await expect(phone.getByRole("button", { name: "Agree to this time" })).toHaveCount(0);
      await expect(steps(phone).first()).toHaveText("You agreed to the suggested time");
      await expect(steps(desk)).toHaveCount(3);

      const block = await inTheWeek(desk, patient, other);
      await expect(block).toHaveAccessibleName(/Accepted/);
      await sound(desk);
      await block.click();
      await expect(desk).toHaveURL(/\/appointments\/[0-9a-f-]{36}$/);
      await expect(status(desk)).toHaveText("Accepted");
    });

    test("the patient moves an appointment and keeps the old time until the new one is accepted", async ({ newPage }) => {
      test.slow();
      const { doctor, patient, asked, slots, desk, phone } = await scene(newPage, true);
      const [old, , , , other] = slots;
      await expect(status(phone)).toHaveText("Accepted");

      let form = await another(phone, "Move appointment", other);
      await sound(phone);
      await form.getByLabel("Reason").fill("I start work later now.");
      await answered(phone, /\/move$/, () => form.getByRole("button", { name: "Move appointment" }).click());
      await expect(phone).toHaveURL((url) => /^\/appointments\/[0-9a-f-]{36}$/.test(url.pathname) && !url.pathname.endsWith(asked.id));
      await expect(status(phone)).toHaveText("Pending");
      await expect(phone.getByRole("main")).toContainText("which stays yours until this is accepted");
      await hydrated(phone);
      await sound(phone);

      // Nothing is given up yet: both times are held, and the old one is as it was.
      await learns(desk, (within) => [
        expect(desk.getByRole("main")).toContainText(`${patient.person.full_name} asks for`, within),
        expect(bell(desk, 2)).toBeVisible(within),
      ]);
      await expect(status(desk)).toHaveText("Accepted");
      expect([await isFree(doctor, old), await isFree(doctor, other)]).toEqual([false, false]);
      expect(await patient.call("GET", `/api/appointments/${asked.id}`)).toMatchObject({ status: "accepted" });

      await desk.getByRole("link", { name: "See the other time" }).click();
      await expect(status(desk)).toHaveText("Pending");
      await hydrated(desk);
      await expect(desk.getByRole("main")).toContainText("I start work later now.");
      form = await action(desk, "Accept");
      await answered(desk, /\/accept$/, () => form.getByRole("button", { name: "Accept" }).click());
      await learns(phone, (within) => [
        expect(status(phone)).toHaveText("Accepted", within),
        ...(script ? [expect(toast(phone)).toContainText(`${doctor.person.full_name} accepted the new time`, within)] : []),
      ]);
      await expect(status(desk)).toHaveText("Accepted");

      // Now it is replaced: one row in the list, one block in the week, and the old page leads on.
      expect([await isFree(doctor, old), await isFree(doctor, other)]).toEqual([true, false]);
      await expect(await inTheWeek(desk, patient, other)).toHaveAccessibleName(/Accepted/);
      await open(phone, "/appointments");
      await expect(phone.getByRole("region", { name: "To come" }).getByRole("listitem")).toHaveCount(1);
      await open(phone, `/appointments/${asked.id}`);
      await expect(status(phone)).toHaveText("Cancelled");
      await phone.getByRole("link", { name: "See where it stands now" }).click();
      await expect(status(phone)).toHaveText("Accepted");
    });

    test("a second answer from a tab that is behind is refused with a sentence", async ({ newPage, newTab, expected }) => {
      const { desk, asked, phone } = await scene(newPage);
      const behind = await newTab(desk);
      // It does not hear of anything.
      if (script) {
        expected.failedRequest(/\/api\/notifications\/stream/);
        await behind.route("**/api/notifications/stream**", (route) => route.abort());
      }
      await open(behind, `/appointments/${asked.id}`);
      await expect(status(behind)).toHaveText("Pending");

      let form = await action(desk, "Accept");
      await answered(desk, /\/accept$/, () => form.getByRole("button", { name: "Accept" }).click());
      await expect(status(desk)).toHaveText("Accepted");

      expected.status(409, /\/decline$/);
      form = await action(behind, "Decline");
      await form.getByLabel("Reason").fill("I am away that day.");
      const answer = await answered(behind, /\/decline$/, () => form.getByRole("button", { name: "Decline" }).click());
      // A form without JavaScript is led back to its page.
      expect(answer.status()).toBe(script ? 409 : 303);
      const said = script ? problems(behind) : behind.getByRole("alert");
      await expect(said).toContainText("This appointment has changed since you opened the page. Look at how it stands now, then decide.");

      for (const page of [desk, phone, behind]) await open(page, `/appointments/${asked.id}`);
      for (const page of [desk, phone, behind]) await expect(status(page)).toHaveText("Accepted");
      await expect(phone.getByRole("region", { name: "What happened" })).not.toContainText("I am away that day.");
    });
  });
}
