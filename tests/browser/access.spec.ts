// Who sees what: nobody, the wrong role, somebody else, and whoever has just signed out.
import {
  action, Api, at, bell, endSession, expect, freeSlots, hydrated, open, registerPatient, signIn, signOut, sound, status,
  test, toast,
} from "./support";

// As people have it: pages that are left may wait in memory for the back button.
test.use({
  launchOptions: async ({ launchOptions }, use) =>
    use({ ...launchOptions, ignoreDefaultArgs: ["--disable-back-forward-cache"] }),
});

for (const script of [true, false]) {
  test.describe(script ? "with JavaScript" : "without JavaScript", () => {
    test.use({ javaScriptEnabled: script });

    test("who isn't signed in signs in first, and goes on to the page they wanted", async ({ page }) => {
      const [doctor, patient] = [await Api.readyDoctor(), await Api.patient()];
      const asked = await patient.request(doctor, (await freeSlots(doctor.id))[0]);

      for (const path of ["/appointments", "/notifications", "/settings", "/patients", "/availability", "/reports"]) {
        await page.goto(path);
        await expect(page).toHaveURL((url) => url.pathname === "/login" && url.searchParams.get("next") === path);
      }
      const wanted = `/appointments/${asked.id}`;
      await open(page, wanted);
      await expect(page).toHaveURL((url) => url.pathname === "/login" && url.searchParams.get("next") === wanted);
      await sound(page);
      await page.getByLabel("Email").fill(patient.person.email);
      await page.getByLabel("Password", { exact: true }).fill(patient.person.password);
      await page.getByRole("button", { name: "Sign in" }).click();
      await expect(page).toHaveURL((url) => url.pathname === wanted);
      await expect(status(page)).toHaveText("Pending");

      // Whoever is signed in has nothing to do at the door.
      await page.goto("/login");
      await expect(page).toHaveURL(at("/appointments"));
      await page.goto("/register/patient");
      await expect(page).toHaveURL(at("/appointments"));
    });

    test("a free time leads a visitor through the door to the request", async ({ page }) => {
      const [doctor, patient] = [await Api.readyDoctor(), await Api.patient()];
      await open(page, `/doctors/${doctor.id}`);
      await page.getByRole("list", { name: "Free times" }).getByRole("link").first().click();
      await expect(page.getByRole("heading", { level: 1 })).toContainText(/sign in/i);
      await hydrated(page);
      // The client asks first, the server leads on at once.
      const offered = page.getByRole("main").getByRole("link", { name: "Sign in" });
      if ((await offered.count()) > 0) await offered.click();
      await expect(page).toHaveURL((url) => url.pathname === "/login" && url.searchParams.get("next")!.includes("/request?start="));
      await page.getByLabel("Email").fill(patient.person.email);
      await page.getByLabel("Password", { exact: true }).fill(patient.person.password);
      await page.getByRole("button", { name: "Sign in" }).click();
      await expect(page).toHaveURL(/\/request\?start=/);
      await expect(page.getByRole("heading", { level: 1 })).toContainText(doctor.person.full_name);
      await expect(page.getByRole("button", { name: "Request appointment" })).toBeVisible();
    });

    test("the door leads nowhere else", async ({ newPage }) => {
      const patient = await Api.patient();
      for (const next of ["https://example.org/", "//example.org/", "/\\example.org"]) {
        const page = await newPage();
        await open(page, `/login?next=${encodeURIComponent(next)}`);
        await page.getByLabel("Email").fill(patient.person.email);
        await page.getByLabel("Password", { exact: true }).fill(patient.person.password);
        await page.getByRole("button", { name: "Sign in" }).click();
        await expect(page).toHaveURL(at("/appointments"));
      }
    });

    test("pages of the other role", async ({ newPage, expected }) => {
      expected.status(403);
      const [doctor, patient] = [await Api.readyDoctor(), await Api.patient()];
      const [desk, phone] = [await newPage(), await newPage()];
      await signIn(desk, doctor.person);
      await signIn(phone, patient.person);
      for (const [page, path] of [[phone, "/availability"], [phone, "/patients"], [phone, "/reports"], [phone, `/patients/${patient.id}`], [desk, `/doctors/${doctor.id}/request`]] as const) {
        const answer = await page.goto(path);
        await hydrated(page);
        expect(answer?.status(), path).toBe(403);
        await expect(page.getByRole("heading", { level: 1 })).toHaveText("This page is not for your account");
        await sound(page);
      }
      await phone.getByRole("link", { name: "Go to your appointments" }).click();
      await expect(phone).toHaveURL(at("/appointments"));
      // Nor is there a way to them.
      await expect(phone.getByRole("link", { name: "Hours" })).toHaveCount(0);
      await expect(phone.getByRole("link", { name: "Patients" })).toHaveCount(0);
    });

    test("what belongs to somebody else isn't there", async ({ newPage, expected }) => {
      expected.status(404);
      const [doctor, other, patient, stranger] = [await Api.readyDoctor(), await Api.readyDoctor(), await Api.patient(), await Api.patient()];
      const asked = await patient.request(doctor, (await freeSlots(doctor.id))[0], "Nobody else’s business");
      for (const who of [other, stranger]) {
        const page = await newPage();
        await signIn(page, who.person);
        for (const path of [`/appointments/${asked.id}`, "/appointments/0198f3c4-0000-7000-8000-000000000000", "/appointments/none"]) {
          const answer = await page.goto(path);
          await hydrated(page);
          expect(answer?.status(), path).toBe(404);
          await expect(page).toHaveTitle(/^Not found/);
          await expect(page.getByText("Nobody else’s business")).toHaveCount(0);
          await expect(page.getByText(patient.person.full_name)).toHaveCount(0);
          await sound(page);
        }
      }
      const page = await newPage();
      await signIn(page, other.person);
      expect((await page.goto(`/patients/${patient.id}`))?.status()).toBe(404);
      await expect(page.getByText(patient.person.full_name)).toHaveCount(0);
    });

    test("an address without a page", async ({ page, expected }) => {
      expected.status(404);
      const answer = await page.goto("/nowhere/at/all");
      await hydrated(page);
      expect(answer?.status()).toBe(404);
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("There is no page at this address");
      await sound(page);
    });

    test("after signing out the back button shows nothing private", async ({ page }) => {
      const doctor = await Api.readyDoctor();
      const who = await registerPatient(page);
      const patient = await Api.signIn(who);
      const asked = await patient.request(doctor, (await freeSlots(doctor.id))[0], "Between us alone");
      await open(page, "/appointments");
      await page.getByRole("link", { name: doctor.person.full_name }).click();
      await expect(page.getByRole("region", { name: "Reason" })).toContainText("Between us alone");
      const leaves = await page.context().request.get(`/appointments/${asked.id}`);
      expect(leaves.headers()["cache-control"]).toContain("no-store");

      await signOut(page);
      await expect(page.getByRole("banner").getByRole("link", { name: "Sign in" })).toBeVisible();
      await expect(page.getByText(who.full_name)).toHaveCount(0);

      for (let n = 0; n < 2; n++) {
        await page.goBack();
        await page.waitForLoadState();
        await hydrated(page);
        await expect(page).toHaveURL(/\/login\?next=/);
        await expect(page.getByText("Between us alone")).toHaveCount(0);
        await expect(page.getByText(who.full_name)).toHaveCount(0);
        await expect(page.getByText(doctor.person.full_name)).toHaveCount(0);
      }
      await page.goto(`/appointments/${asked.id}`);
      await expect(page).toHaveURL(/\/login\?next=/);
    });
  });
}

test("a session that ended elsewhere: the open page stays, and says so", async ({ page, expected }) => {
  const [doctor, patient] = [await Api.readyDoctor(), await Api.patient()];
  const asked = await patient.request(doctor, (await freeSlots(doctor.id))[0], "In the middle of reading");
  await signIn(page, patient.person);
  await open(page, `/appointments/${asked.id}`);
  expected.status(401, /\/api\//);

  await endSession(page);
  await expect(toast(page)).toContainText("Your session has ended.");
  // What was on the page is there as before.
  await expect(page.getByRole("region", { name: "Reason" })).toContainText("In the middle of reading");
  await expect(page.getByText("Something went wrong")).toHaveCount(0);
  await expect(page).toHaveURL(new RegExp(asked.id));

  await toast(page).getByRole("link", { name: "Sign in" }).click();
  await expect(page).toHaveURL(/\/login/);
  await page.getByLabel("Email").fill(patient.person.email);
  await page.getByLabel("Password", { exact: true }).fill(patient.person.password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page).toHaveURL(/\/appointments/);
  await expect(page.getByText(doctor.person.full_name)).toBeVisible();

  // And it is live again.
  await doctor.act(asked, "accept", { clinic_id: doctor.clinic.id });
  await expect(bell(page, 1)).toBeVisible();
});

test("a session that ended while a form was filled in: nothing typed is lost", async ({ page, expected }) => {
  const [doctor, patient] = [await Api.readyDoctor(), await Api.patient()];
  const [slot] = await freeSlots(doctor.id);
  await signIn(page, patient.person);
  await open(page, `/doctors/${doctor.id}/request?start=${encodeURIComponent(slot.starts_at)}`);
  await page.getByLabel("Reason").fill("Written at length");
  expected.status(401, /\/api\//);
  await endSession(page);
  await page.getByRole("button", { name: "Request appointment" }).click();
  await expect(page.getByRole("alert")).toContainText(/sign in/i);
  await expect(page.getByLabel("Reason")).toHaveValue("Written at length");
});

test("a tab that finds that another one has signed out", async ({ page, newTab, expected }) => {
  const who = await registerPatient(page);
  const other = await newTab(page);
  await open(other, "/settings");
  await expect(other.getByLabel("Full name")).toHaveValue(who.full_name);
  expected.status(401, /\/api\//);
  await signOut(page);
  await expect(toast(other)).toContainText("Your session has ended.");
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("a session that ended elsewhere: a form leads to the door and back to its page", async ({ page }) => {
    const [doctor, patient] = [await Api.readyDoctor(), await Api.patient()];
    const asked = await patient.request(doctor, (await freeSlots(doctor.id))[0]);
    await signIn(page, patient.person);
    await open(page, `/appointments/${asked.id}`);
    await endSession(page);
    const form = await action(page, "Cancel appointment");
    await form.getByRole("button", { name: "Cancel appointment" }).click();
    await expect(page).toHaveURL((url) => url.pathname === "/login" && url.searchParams.get("next") === `/appointments/${asked.id}`);
    await page.getByLabel("Email").fill(patient.person.email);
    await page.getByLabel("Password", { exact: true }).fill(patient.person.password);
    await page.getByRole("button", { name: "Sign in" }).click();
    await expect(page).toHaveURL((url) => url.pathname === `/appointments/${asked.id}`);
    await expect(status(page)).toHaveText("Pending");
  });
});
