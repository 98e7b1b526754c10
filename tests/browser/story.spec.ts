// The job from end to end: a patient asks, a doctor answers, the patient knows. Each story is told
// twice: with JavaScript, where open pages learn of each step within a second, and without it,
// where the same pages and forms do the same work and a page is loaded again to see what is new.
import {
  aDoctor, action, answered, Api, aPatient, aSpecialty, at, bell, expect, freeSlots, hasScript, hydrated, learns, open, problems,
  registerDoctor, registerPatient, sameDocument, signIn, sound, status, steps, test, toast,
  type Page, type Slot,
} from "./support";

const clinic = { name: "Harbour Street Practice", address: "4 Harbour Street, London E14 9GE", latitude: "51.5049", longitude: "-0.0197" };

/** The name of a day in London, so many days from now. */
function dayInLondon(ahead: number): string {
  return new Date(Date.now() + ahead * 86_400_000).toLocaleDateString("en-GB", { weekday: "long", timeZone: "Europe/London" });
}

/** A doctor's clinic and two mornings a week, by the page. */
async function setUpHours(page: Page): Promise<void> {
  await page.getByRole("link", { name: "Hours", exact: true }).locator("visible=true").click();
  await expect(page).toHaveURL(at("/availability"));
  await page.getByLabel("Clinic name").fill(clinic.name);
  await page.getByLabel("Address").fill(clinic.address);
  await page.getByLabel("Time zone").fill("Europe/London");
  await page.getByLabel("Latitude").fill(clinic.latitude);
  await page.getByLabel("Longitude").fill(clinic.longitude);
  await page.getByRole("button", { name: "Add clinic" }).click();
  await expect(page.getByRole("heading", { name: clinic.name })).toBeVisible();

  const row = (n: number) => page.getByRole("group", { name: `Weekly hours, row ${n}`, exact: true });
  for (const n of [1, 2]) {
    await row(n).getByLabel("Day").selectOption(dayInLondon(n));
    await row(n).getByLabel("From").fill("08:00");
    await row(n).getByLabel("To", { exact: true }).fill("12:00");
    await row(n).getByLabel("Length").selectOption("30 min");
  }
  await answered(page, /\/availability$/, () => page.getByRole("button", { name: "Save hours" }).click());
  if (hasScript(page)) await expect(toast(page)).toContainText("Your hours are saved.");
  // Two rows that are filled, and two spare ones again.
  await expect(row(4)).toBeVisible();
  await expect(row(1).getByLabel("From")).toHaveValue("08:00");
  await expect(row(2).getByLabel("To", { exact: true })).toHaveValue("12:00");
  await expect(row(3).getByLabel("From")).toHaveValue("");
}

/** Finds a doctor by name and goes to a request for the first free time. */
async function findATime(page: Page, name: string): Promise<void> {
  await page.getByRole("link", { name: "Find a doctor", exact: true }).locator("visible=true").first().click();
  await expect(page).toHaveURL(at("/doctors"));
  await hydrated(page);
  await page.getByLabel("What is it about?").fill(name);
  await page.getByRole("button", { name: "Search" }).click();
  await expect(page).toHaveURL(/\/doctors\?.*q=/);
  await page.getByRole("main").getByRole("link", { name, exact: true }).click();
  await expect(page).toHaveURL(/\/doctors\/[0-9a-f-]{36}/);
  await expect(page.getByRole("heading", { level: 1 })).toContainText(name);
  await sound(page);
  await page.getByRole("list", { name: "Free times" }).getByRole("link").first().click();
  await expect(page).toHaveURL(/\/request\?start=/);
}

/** Sends the request that the page is about. */
async function request(page: Page, reason: string): Promise<void> {
  await page.getByLabel("Reason").fill(reason);
  await page.getByLabel("Symptoms").fill("For two weeks, after meals.\nWorse when lying down.");
  await answered(page, /^\/api\/appointments$/, () => page.getByRole("button", { name: "Request appointment" }).click());
}

/** Opens the request for a slot and sends it; ends on the page of the appointment. */
async function requestSlot(page: Page, doctor: Api, slot: Slot, reason: string): Promise<void> {
  await open(page, `/doctors/${doctor.id}/request?start=${encodeURIComponent(slot.starts_at)}`);
  await request(page, reason);
  await expect(page).toHaveURL(/\/appointments\/[0-9a-f-]{36}/);
  await hydrated(page);
}

/** Opens the page of the one request of this patient from the doctor's desk. */
async function openRequest(page: Page, patient: string): Promise<void> {
  await open(page, "/appointments");
  await page.getByRole("link", { name: patient }).first().click();
  await expect(page).toHaveURL(/\/appointments\/[0-9a-f-]{36}/);
  await expect(status(page)).toBeVisible();
}

for (const script of [true, false]) {
  test.describe(script ? "with JavaScript" : "without JavaScript", () => {
    test.use({ javaScriptEnabled: script });

    test("a patient asks, the doctor accepts, the patient knows", async ({ newPage }) => {
      test.slow();
      const [desk, phone] = [await newPage(), await newPage()];

      const doctor = await registerDoctor(desk, aDoctor({ specialty: aSpecialty() }));
      await expect(desk.getByRole("heading", { level: 1 })).toHaveText("Nobody waits for your answer");
      await setUpHours(desk);
      await sound(desk);
      await open(desk, "/appointments");
      await expect(bell(desk, 0)).toBeVisible();

      const patient = await registerPatient(phone, aPatient());
      await sound(phone);
      await findATime(phone, doctor.full_name);
      await expect(phone.getByRole("region", { name: "Your request" })).toContainText("08:00–08:30");
      await sound(phone);
      await request(phone, "Burning behind the breastbone");

      // The doctor's desk, which has been open all the time.
      const row = desk.getByRole("listitem").filter({ hasText: patient.full_name }).filter({ hasText: "Burning behind" });
      await learns(desk, (within) => [
        expect(row).toBeVisible(within),
        expect(bell(desk, 1)).toBeVisible(within),
        expect(desk.getByRole("heading", { level: 1 })).toHaveText("One person waits for your answer", within),
      ]);
      await expect(desk.locator(".figures div", { hasText: "Pending" }).locator("dd").first()).toHaveText("1");
      if (script) await expect(toast(desk)).toContainText(`${patient.full_name} asks for an appointment`);
      await sound(desk);

      // The confirmation says what happens next, and by when.
      await expect(phone).toHaveURL(/\/appointments\/[0-9a-f-]{36}\?requested=/);
      await hydrated(phone);
      const confirmation = phone.getByRole("status").filter({ hasText: "Your request is sent" });
      await expect(confirmation).toContainText(new RegExp(`${doctor.full_name} answers by \\w+ \\d+ \\w+ \\d{4} \\d\\d:\\d\\d, London time`));
      await expect(status(phone)).toHaveText("Pending");
      await expect(steps(phone)).toHaveText([`You asked ${doctor.full_name}`]);
      await sound(phone);

      // The doctor reads it, with the patient's information, and accepts at the clinic.
      await row.getByRole("link", { name: patient.full_name }).first().click();
      await expect(desk).toHaveURL(/\/appointments\/[0-9a-f-]{36}$/);
      await expect(desk.getByRole("region", { name: "Patient’s information" })).toContainText(patient.phone);
      await expect(desk.getByRole("region", { name: "Reason" })).toContainText("Worse when lying down.");
      await sound(desk);
      const form = await action(desk, "Accept");
      await expect(form.getByRole("radio", { name: clinic.name })).toBeChecked();
      await form.getByLabel("Note").fill("Come without breakfast.");
      await answered(desk, /\/accept$/, () => form.getByRole("button", { name: "Accept" }).click());

      // The patient's open page, the bell and the message in passing.
      await learns(phone, (within) => [
        expect(status(phone)).toHaveText("Accepted", within),
        expect(bell(phone, 1)).toBeVisible(within),
        expect(phone.getByRole("region", { name: "Appointment", exact: true })).toContainText(clinic.address, within),
        ...(script
          ? [
              expect(toast(phone)).toContainText(`${doctor.full_name} accepted your appointment`, within),
              expect(toast(phone)).toContainText(clinic.address, within),
            ]
          : []),
      ]);
      await expect(phone.getByRole("region", { name: "Appointment", exact: true })).toContainText("Come without breakfast.");
      await expect(steps(phone)).toHaveText([`${doctor.full_name} accepted`, `You asked ${doctor.full_name}`]);
      await expect(status(desk)).toHaveText("Accepted");
      await sound(phone);

      // The notification is kept, with the place and a map.
      await bell(phone, 1).click();
      await expect(phone).toHaveURL(at("/notifications"));
      await hydrated(phone);
      const told = phone.getByRole("main").getByRole("list").getByRole("listitem");
      await expect(told).toHaveCount(1);
      await expect(told).toContainText(`${doctor.full_name} accepted your appointment`);
      await expect(told).toContainText(clinic.name);
      await expect(told).toContainText(clinic.address);
      const map = await told.getByRole("link", { name: /map/ }).getAttribute("href");
      expect(map).toMatch(/^https:\/\/www\.openstreetmap\.org\/.*51\.5049.*-0\.0197/);
      await sound(phone);

      await answered(phone, /\/read$/, () => told.getByRole("button", { name: "Mark read" }).click());
      await expect(bell(phone, 0)).toBeVisible();
      await expect(phone.getByText("You have read them all.")).toBeVisible();
      await expect(told.getByRole("button")).toHaveCount(0);

      // And in the list of appointments.
      await open(phone, "/appointments");
      const mine = phone.getByRole("region", { name: "To come" }).getByRole("listitem");
      await expect(mine).toHaveCount(1);
      await expect(mine).toContainText("Accepted");
      await expect(mine).toContainText(clinic.address);
      await sound(phone);
    });

    test("a request is referred, the colleague accepts, the patient reads one timeline", async ({ newPage }) => {
      test.slow();
      const specialty = aSpecialty();
      const [doctor, colleague] = [await Api.readyDoctor({ specialty }), await Api.readyDoctor({ specialty })];
      // Two more, sooner and later, who are free at some of the same times.
      for (const from of ["07:00", "09:00"]) {
        const another = await Api.doctor({ specialty });
        const hours = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, from, to: "12:00", slot_minutes: 30 }));
        await another.setHours(await another.addClinic(), hours);
      }
      const patient = await Api.patient();
      const [desk, other, phone] = [await newPage(), await newPage(), await newPage()];
      await signIn(desk, doctor.person);
      await signIn(other, colleague.person);
      await signIn(phone, patient.person);

      const [slot] = await freeSlots(doctor.id);
      await requestSlot(phone, doctor, slot, "Dizzy in the morning");
      await expect(status(phone)).toHaveText("Pending");
      const asked = new URL(phone.url()).pathname;

      await openRequest(desk, patient.person.full_name);
      const form = await action(desk, "Refer");
      const theirs = form.getByRole("radio", { name: colleague.person.full_name });
      await theirs.check();
      await expect(form.getByRole("radio", { name: colleague.person.full_name })).toBeChecked();
      await expect(form.getByLabel("Time")).toHaveValue("");
      await form.getByLabel("Reason").fill("My colleague knows more about balance.");
      await sound(desk);
      await answered(desk, /\/refer$/, () => form.getByRole("button", { name: "Refer" }).click());

      const row = other.getByRole("listitem").filter({ hasText: patient.person.full_name }).filter({ hasText: "Dizzy in the morning" });
      await Promise.all([
        learns(phone, (within) => [
          expect(phone.getByRole("link", { name: "See where it stands now" })).toBeVisible(within),
          expect(status(phone)).toHaveText("Referred", within),
          expect(bell(phone, 1)).toBeVisible(within),
        ]),
        learns(other, (within) => [
          expect(row).toContainText(`Referred by ${doctor.person.full_name}`, within),
          expect(bell(other, 1)).toBeVisible(within),
        ]),
      ]);
      await expect(status(desk)).toHaveText("Referred");

      await phone.getByRole("link", { name: "See where it stands now" }).click();
      await expect(phone).not.toHaveURL(new RegExp(asked));
      await expect(phone.getByRole("heading", { level: 1 })).toContainText(colleague.person.full_name);
      await expect(status(phone)).toHaveText("Pending");
      await hydrated(phone);

      // One press at the desk accepts at the clinic whose time it is.
      await answered(other, /\/accept$/, () => row.getByRole("button", { name: "Accept" }).click());
      await learns(phone, (within) => [
        expect(status(phone)).toHaveText("Accepted", within),
        expect(bell(phone, 2)).toBeVisible(within),
        expect(phone.getByRole("region", { name: "Appointment", exact: true })).toContainText(colleague.clinic.address, within),
      ]);
      await expect(row).toHaveCount(0);

      // One timeline, from either page of the case, and one row in the list.
      const story = [
        `${colleague.person.full_name} accepted`,
        `${doctor.person.full_name} referred you to ${colleague.person.full_name}`,
        `You asked ${doctor.person.full_name}`,
      ];
      await expect(steps(phone)).toHaveText(story);
      await expect(phone.getByRole("region", { name: "What happened" })).toContainText("My colleague knows more about balance.");
      await sound(phone);
      await open(phone, asked);
      await expect(steps(phone)).toHaveText(story);
      await open(phone, "/appointments");
      const mine = phone.getByRole("region", { name: "To come" }).getByRole("listitem");
      await expect(mine).toHaveCount(1);
      await expect(mine).toContainText(colleague.person.full_name);
      await expect(mine).toContainText("Accepted");

      // The notification of the referral leads to the page of the colleague.
      await open(phone, "/notifications");
      await phone.getByRole("link", { name: `${doctor.person.full_name} referred you to ${colleague.person.full_name}` }).click();
      await expect(phone.getByRole("heading", { level: 1 })).toContainText(colleague.person.full_name);
    });

    test("a doctor declines, with a reason that the patient reads", async ({ newPage, expected }) => {
      const doctor = await Api.readyDoctor({ specialty: aSpecialty() });
      const patient = await Api.patient();
      const [desk, phone] = [await newPage(), await newPage()];
      await signIn(desk, doctor.person);
      await signIn(phone, patient.person);
      const [slot] = await freeSlots(doctor.id);
      await requestSlot(phone, doctor, slot, "A rash on both arms");
      await openRequest(desk, patient.person.full_name);

      // Not without a reason.
      expected.status(422, /\/decline$/);
      let form = await action(desk, "Decline");
      await answered(desk, /\/decline$/, () => form.getByRole("button", { name: "Decline" }).click());
      await expect(problems(desk)).toContainText("Enter the reason; the patient reads it.");
      await hydrated(desk);

      form = await action(desk, "Decline");
      await form.getByLabel("Reason").fill("I am away that week; any of my colleagues can help.");
      await answered(desk, /\/decline$/, () => form.getByRole("button", { name: "Decline" }).click());
      await learns(phone, (within) => [
        expect(status(phone)).toHaveText("Declined", within),
        expect(bell(phone, 1)).toBeVisible(within),
        expect(phone.getByRole("region", { name: "What happened" })).toContainText("I am away that week", within),
      ]);
      await expect(status(desk)).toHaveText("Declined");
      await expect(desk.getByRole("main").locator("form")).toHaveCount(0);

      await open(phone, "/notifications");
      await expect(phone.getByRole("main").getByRole("list")).toContainText("I am away that week");
      await open(phone, "/appointments?status=past");
      await expect(phone.getByRole("region", { name: "Earlier" }).getByRole("listitem")).toContainText("Declined");
      // The time is free again.
      expect((await freeSlots(doctor.id)).map(({ starts_at }) => starts_at)).toContain(slot.starts_at);
    });

    test("either side cancels, and the other learns of it", async ({ newPage, expected }) => {
      test.slow();
      const doctor = await Api.readyDoctor({ specialty: aSpecialty() });
      const patient = await Api.patient();
      const [desk, phone] = [await newPage(), await newPage()];
      await signIn(desk, doctor.person);
      await signIn(phone, patient.person);
      const [first, , second] = await freeSlots(doctor.id);

      // The patient, after the doctor has accepted at a place of their own.
      await requestSlot(phone, doctor, first, "Snoring");
      await openRequest(desk, patient.person.full_name);
      let form = await action(desk, "Accept");
      await form.getByRole("radio", { name: "Another place" }).check();
      const elsewhere = form.locator("details.disclosure");
      if ((await elsewhere.getAttribute("open")) === null) await elsewhere.locator("> summary").click();
      await form.getByLabel("Name of the place").fill("Community Hall");
      await form.getByLabel("Address").fill("1 Green Lane, London N13 4XA");
      await answered(desk, /\/accept$/, () => form.getByRole("button", { name: "Accept" }).click());
      await learns(phone, (within) => [
        expect(status(phone)).toHaveText("Accepted", within),
        expect(phone.getByRole("region", { name: "Appointment", exact: true })).toContainText("1 Green Lane", within),
      ]);
      await expect(phone.getByRole("link", { name: /Show on a map/ })).toHaveAttribute("href", /openstreetmap\.org\/search\?query=1%20Green%20Lane/);
      await expect(status(desk)).toHaveText("Accepted");
      await hydrated(desk);

      form = await action(phone, "Cancel appointment");
      await answered(phone, /\/cancel$/, () => form.getByRole("button", { name: "Cancel appointment" }).click());
      await learns(desk, (within) => [
        expect(status(desk)).toHaveText("Cancelled", within),
        // Of the request, and of its end.
        expect(bell(desk, 2)).toBeVisible(within),
      ]);
      await expect(status(phone)).toHaveText("Cancelled");
      await expect(steps(desk)).toHaveText([
        `${patient.person.full_name} cancelled`,
        `${doctor.person.full_name} accepted`,
        `${patient.person.full_name} asked ${doctor.person.full_name}`,
      ]);

      // The doctor, who has to say why.
      await requestSlot(phone, doctor, second, "Snoring, again");
      const [again] = (await doctor.call("GET", "/api/appointments?status=pending")).items;
      await doctor.act(again, "accept", { clinic_id: doctor.clinic.id });
      await open(desk, `/appointments/${again.id}`);
      expected.status(422, /\/cancel$/);
      form = await action(desk, "Cancel appointment");
      await answered(desk, /\/cancel$/, () => form.getByRole("button", { name: "Cancel appointment" }).click());
      await expect(problems(desk)).toContainText("Enter the reason");
      await hydrated(desk);
      form = await action(desk, "Cancel appointment");
      await form.getByLabel("Reason").fill("The practice is closed that day.");
      const stays = await sameDocument(phone);
      await answered(desk, /\/cancel$/, () => form.getByRole("button", { name: "Cancel appointment" }).click());
      await learns(phone, (within) => [
        expect(status(phone)).toHaveText("Cancelled", within),
        expect(phone.getByRole("region", { name: "What happened" })).toContainText("The practice is closed that day.", within),
      ]);
      if (script) await stays();
      await expect(phone.getByRole("main").locator("form")).toHaveCount(0);
      await open(phone, "/notifications");
      await expect(phone.getByRole("main").getByRole("list")).toContainText(`${doctor.person.full_name} cancelled the appointment`);
    });
  });
}
