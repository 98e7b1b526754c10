// Forms that go wrong, and forms that are sent twice, with and without JavaScript.
import { randomUUID } from "node:crypto";
import {
  action, answered, Api, aPatient, at, bell, expect, fillDateOfBirth, freeSlots, hasScript, hydrated, open, problems, registerPatient,
  signIn, sound, status, test,
  type Page,
} from "./support";

/** The summary says this much, leads to each field, and the page says in its title that something is wrong. */
async function explains(page: Page, sentences: Record<string, RegExp>): Promise<void> {
  await hydrated(page);
  await expect(problems(page)).toBeVisible();
  if (hasScript(page)) await expect(problems(page)).toBeFocused();
  await expect(page).toHaveTitle(/^Error: /);
  await expect(problems(page).getByRole("listitem")).toHaveCount(Object.keys(sentences).length);
  for (const [label, sentence] of Object.entries(sentences)) {
    const link = problems(page).getByRole("link", { name: sentence });
    await link.click();
    // Groups lead to their first field.
    const group = page.getByRole("group", { name: label });
    const field = (await group.count()) > 0 ? group.getByRole("textbox").first() : page.getByLabel(label, { exact: true });
    await expect(field).toBeFocused();
    await expect(field).toHaveAttribute("aria-invalid", "true");
    // The same sentence stands at the field, and belongs to it.
    const described = (await group.count()) > 0 ? group : field;
    await expect(described).toHaveAccessibleDescription(sentence);
  }
  await sound(page);
}

/** How many requests this patient has, whatever became of them. */
async function requests(patient: Api): Promise<{ id: string; reason: string }[]> {
  return (await patient.call("GET", "/api/appointments")).items;
}

async function openSlot(page: Page, doctor: Api, startsAt: string): Promise<void> {
  await open(page, `/doctors/${doctor.id}/request?start=${encodeURIComponent(startsAt)}`);
}

for (const script of [true, false]) {
  test.describe(script ? "with JavaScript" : "without JavaScript", () => {
    test.use({ javaScriptEnabled: script });

    test("a registration with mistakes keeps what was typed, but not the password", async ({ page, expected }) => {
      expected.status(422, /\/register\/patient$/);
      const who = aPatient();
      await open(page, "/register/patient");
      await page.getByLabel("Full name").fill(who.full_name);
      await page.getByLabel("Email").fill("nobody at home");
      await page.getByLabel("Password", { exact: true }).fill("short");
      await fillDateOfBirth(page, "1990-02-31");
      await page.getByLabel("Phone").fill("call me");
      await answered(page, /\/register\/patient$/, () => page.getByRole("button", { name: "Create account" }).click());

      await explains(page, {
        "Date of birth": /must be a real date/,
        Phone: /Enter a phone number/,
        Email: /Enter an email address like/,
        Password: /at least 12 characters/,
      });
      await expect(page).toHaveURL(/\/register\/patient/);
      await expect(page.getByLabel("Full name")).toHaveValue(who.full_name);
      await expect(page.getByLabel("Email")).toHaveValue("nobody at home");
      await expect(page.getByLabel("Phone")).toHaveValue("call me");
      const born = page.getByRole("group", { name: "Date of birth" });
      await expect(born.getByLabel("Day")).toHaveValue("31");
      await expect(born.getByLabel("Month")).toHaveValue("2");
      await expect(born.getByLabel("Year")).toHaveValue("1990");
      // It never travels back with a page.
      if (!script) await expect(page.getByLabel("Password", { exact: true })).toHaveValue("");

      // Put right, it goes through.
      await page.getByLabel("Email").fill(who.email);
      await page.getByLabel("Password", { exact: true }).fill(who.password);
      await fillDateOfBirth(page, who.date_of_birth);
      await page.getByLabel("Phone").fill(who.phone);
      await page.getByRole("button", { name: "Create account" }).click();
      await expect(page).toHaveURL(at("/appointments"));
      await expect(page).toHaveTitle(/^Appointments/);
    });

    test("an empty registration of a doctor names each field", async ({ page, expected }) => {
      expected.status(422, /\/register\/doctor$/);
      await open(page, "/register/doctor");
      await answered(page, /\/register\/doctor$/, () => page.getByRole("button", { name: "Create account" }).click());
      await explains(page, {
        "Full name": /Enter your full name/,
        Specialty: /specialty/i,
        "Licence number": /Enter your licence number/,
        Email: /Enter your email address/,
        Password: /at least 12 characters|password/i,
      });
    });

    test("an address that has an account already", async ({ page, newPage, expected }) => {
      expected.status(422, /\/register\/patient$/);
      expected.status(409, /\/register\/patient$/);
      const who = await registerPatient(await newPage());
      await open(page, "/register/patient");
      await page.getByLabel("Full name").fill("Somebody Else");
      await page.getByLabel("Email").fill(who.email.toUpperCase());
      await page.getByLabel("Password", { exact: true }).fill("copper lantern river");
      await fillDateOfBirth(page, "1970-01-01");
      await answered(page, /\/register\/patient$/, () => page.getByRole("button", { name: "Create account" }).click());
      await hydrated(page);
      await expect(problems(page)).toBeVisible();
      await expect(page).toHaveTitle(/^Error: /);
      await expect(page.getByLabel("Full name")).toHaveValue("Somebody Else");
    });

    test("a wrong password", async ({ page, newPage, expected }) => {
      expected.status(401, /\/auth\/login$/);
      const who = await registerPatient(await newPage());
      const tell = async (email: string) => {
        await open(page, "/login");
        await page.getByLabel("Email").fill(email);
        await page.getByLabel("Password", { exact: true }).fill("not the password");
        await answered(page, /\/auth\/login$/, () => page.getByRole("button", { name: "Sign in" }).click());
        await hydrated(page);
        await expect(problems(page)).toBeVisible();
        if (script) await expect(problems(page)).toBeFocused();
        await expect(page).toHaveTitle(/^Error: /);
        await expect(page.getByLabel("Email")).toHaveValue(email);
        if (!script) await expect(page.getByLabel("Password", { exact: true })).toHaveValue("");
        return problems(page).innerText();
      };
      const said = await tell(who.email);
      await sound(page);
      // It doesn't say which of the two was wrong.
      expect(await tell(`nobody-${randomUUID()}@example.test`)).toBe(said);

      await page.getByLabel("Email").fill(who.email);
      await page.getByLabel("Password", { exact: true }).fill(who.password);
      await page.getByRole("button", { name: "Sign in" }).click();
      await expect(page).toHaveURL(at("/appointments"));
    });

    test("a time that is taken meanwhile: others are offered, and what was typed stays", async ({ page, expected }) => {
      expected.status(409, /\/api\/appointments$/);
      const [doctor, patient, quicker] = [await Api.readyDoctor(), await Api.patient(), await Api.patient()];
      const [slot] = await freeSlots(doctor.id);
      await signIn(page, patient.person);
      await openSlot(page, doctor, slot.starts_at);
      await page.getByLabel("Reason").fill("Pins and needles");
      await page.getByLabel("Symptoms").fill("In the left hand <at night> & \"mornings\"");
      await quicker.request(doctor, slot);

      await answered(page, /\/api\/appointments$/, () => page.getByRole("button", { name: "Request appointment" }).click());
      await hydrated(page);
      await expect(problems(page)).toContainText("That time is no longer free");
      if (script) await expect(problems(page)).toBeFocused();
      await expect(page.getByLabel("Reason")).toHaveValue("Pins and needles");
      await expect(page.getByLabel("Symptoms")).toHaveValue("In the left hand <at night> & \"mornings\"");
      const others = page.getByRole("group", { name: "Another time" }).getByRole("radio");
      expect(await others.count()).toBeGreaterThan(1);
      await sound(page);

      await others.first().check();
      await page.getByRole("button", { name: "Request appointment" }).click();
      await expect(page.getByText("Your request is sent")).toBeVisible();
      await expect(page.getByRole("region", { name: "Reason" })).toContainText("In the left hand <at night>");
      expect(await requests(patient)).toMatchObject([{ reason: "Pins and needles" }]);
    });

    test("a request without a reason", async ({ page, expected }) => {
      expected.status(422, /\/api\/appointments$/);
      const [doctor, patient] = [await Api.readyDoctor(), await Api.patient()];
      const [slot] = await freeSlots(doctor.id);
      await signIn(page, patient.person);
      await openSlot(page, doctor, slot.starts_at);
      await page.getByLabel("Symptoms").fill("Long, and typed with care.");
      await answered(page, /\/api\/appointments$/, () => page.getByRole("button", { name: "Request appointment" }).click());
      await hydrated(page);
      await expect(problems(page)).toContainText("Enter the reason for your visit.");
      await expect(page.getByLabel("Symptoms")).toHaveValue("Long, and typed with care.");
      expect(await requests(patient)).toEqual([]);
      await page.getByLabel("Reason").fill("Now with one");
      await page.getByRole("button", { name: "Request appointment" }).click();
      await expect(page.getByText("Your request is sent")).toBeVisible();
      expect(await requests(patient)).toMatchObject([{ reason: "Now with one" }]);
    });

    test("a double click makes one request", async ({ page }) => {
      const [doctor, patient] = [await Api.readyDoctor(), await Api.patient()];
      const [slot] = await freeSlots(doctor.id);
      await signIn(page, patient.person);
      await openSlot(page, doctor, slot.starts_at);
      await page.getByLabel("Reason").fill("Twice in a hurry");
      await page.getByRole("button", { name: "Request appointment" }).dblclick();
      await expect(page).toHaveURL(/\/appointments\/[0-9a-f-]{36}\?requested=/);
      await hydrated(page);
      await expect(page.getByText("Your request is sent")).toBeVisible();
      await expect(status(page)).toHaveText("Pending");
      expect(await requests(patient)).toHaveLength(1);
      expect((await doctor.call("GET", "/api/notifications")).items).toHaveLength(1);
    });

    test("hours that can't be: the rows stay as they were typed", async ({ page, expected }) => {
      expected.status(422, /\/api\/availability$/);
      const doctor = await Api.readyDoctor();
      await signIn(page, doctor.person);
      await open(page, "/availability");
      const row = (n: number) => page.getByRole("group", { name: `Weekly hours, row ${n}`, exact: true });
      await row(2).getByLabel("From").fill("11:00");
      await row(2).getByLabel("To", { exact: true }).fill("09:00");
      await page.getByLabel("Notice you need").fill("soon");
      await answered(page, /\/api\/availability$/, () => page.getByRole("button", { name: "Save hours" }).click());
      await hydrated(page);
      await expect(problems(page)).toBeVisible();
      await expect(row(2).getByLabel("From")).toHaveValue("11:00");
      await expect(row(2).getByLabel("To", { exact: true })).toHaveValue("09:00");
      await expect(row(3).getByLabel("From")).toHaveValue("08:00");
      await expect(page.getByLabel("Notice you need")).toHaveValue("soon");
      await sound(page);

      await row(2).getByLabel("To", { exact: true }).fill("13:00");
      await page.getByLabel("Notice you need").fill("120");
      await answered(page, /\/api\/availability$/, () => page.getByRole("button", { name: "Save hours" }).click());
      await expect(problems(page)).toHaveCount(0);
      const { weekly } = await doctor.call("GET", "/api/availability");
      expect(weekly).toHaveLength(7);
      expect(weekly[1]).toMatchObject({ weekday: 2, from: "11:00", to: "13:00" });
    });
  });
}

// With JavaScript; without it each time is a link to another page.
test("another time can be chosen before anything is sent, and what was typed stays", async ({ page }) => {
  const [doctor, patient] = [await Api.readyDoctor(), await Api.patient()];
  const slots = await freeSlots(doctor.id);
  await signIn(page, patient.person);
  await openSlot(page, doctor, slots[0].starts_at);
  await page.getByLabel("Reason").fill("A second thought");
  const other = slots[3];
  const choice = page.getByRole("list", { name: "Free times" }).locator(`a[href*="${encodeURIComponent(other.starts_at)}"], a[href*="${other.starts_at}"]`);
  await choice.click();
  await expect(choice).toHaveAttribute("aria-current", "true");
  await expect(page.getByRole("region", { name: "Your request" })).toContainText(`${other.local.time}–`);
  await expect(page.getByLabel("Reason")).toHaveValue("A second thought");
  await page.getByRole("button", { name: "Request appointment" }).click();
  await expect(page.getByText("Your request is sent")).toBeVisible();
  expect(await requests(patient)).toMatchObject([{ reason: "A second thought", starts_at: other.starts_at }]);
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("a form sent again makes one request", async ({ page }) => {
    const [doctor, patient] = [await Api.readyDoctor(), await Api.patient()];
    const [slot] = await freeSlots(doctor.id);
    await signIn(page, patient.person);
    await openSlot(page, doctor, slot.starts_at);
    await page.getByLabel("Reason").fill("Once is enough");
    const posted = page.waitForRequest((request) => request.method() === "POST");
    await page.getByRole("button", { name: "Request appointment" }).click();
    await expect(page.getByText("Your request is sent")).toBeVisible();
    const made = new URL(page.url()).pathname;

    // Exactly what the browser sends when somebody confirms to send a form again.
    const form = await posted;
    const again = await page.context().request.post(form.url(), {
      data: form.postData()!,
      headers: { "Content-Type": "application/x-www-form-urlencoded", Origin: new URL(form.url()).origin, Accept: "text/html" },
      maxRedirects: 0,
    });
    expect(again.status()).toBe(303);
    expect(again.headers().location).toContain(made);
    expect(await requests(patient)).toHaveLength(1);

    // Back, and sent again by hand.
    await page.goBack();
    await expect(page).toHaveURL(/\/request\?start=/);
    await page.getByLabel("Reason").fill("Once is enough");
    await page.getByRole("button", { name: "Request appointment" }).click();
    await page.waitForLoadState();
    await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
    expect(await requests(patient)).toHaveLength(1);
    await open(page, "/appointments");
    await expect(page.getByRole("region", { name: "To come" }).getByRole("listitem")).toHaveCount(1);
    await expect(bell(page, 0)).toBeVisible();
  });

  test("an answer that comes too late says what happened", async ({ page, newPage }) => {
    const [doctor, patient] = [await Api.readyDoctor(), await Api.patient()];
    const [slot] = await freeSlots(doctor.id);
    const asked = await patient.request(doctor, slot);
    await signIn(page, doctor.person);
    await open(page, `/appointments/${asked.id}`);
    const phone = await newPage();
    await signIn(phone, patient.person);
    await patient.act(asked, "cancel", { reason: "Feeling better" });
    // The page still offers what isn't possible any more.
    const form = await action(page, "Accept");
    await form.getByRole("button", { name: "Accept" }).click();
    await expect(status(page)).toHaveText("Cancelled");
    await expect(page.getByRole("main")).toContainText("This appointment has been cancelled.");
  });
});
