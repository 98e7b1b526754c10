// What open pages learn by themselves, also after a broken connection and in several tabs.
import { action, Api, bell, expect, freeSlots, learns, open, sameDocument, signIn, status, test, toast } from "./support";

test("a stream that broke resumes where it was", async ({ newPage, wire, expected }) => {
  const page = await newPage({ baseURL: wire.url });
  const [doctor, patient] = [await Api.readyDoctor(), await Api.patient()];
  const slots = await freeSlots(doctor.id);
  const [first, second] = [await patient.request(doctor, slots[0]), await patient.request(doctor, slots[2])];
  await signIn(page, patient.person);
  await open(page, `/appointments/${first.id}`);

  // One that arrives, so that the stream is known to be open.
  await doctor.act(second, "decline", { reason: "Away" });
  await learns(page, (within) => [expect(bell(page, 1)).toBeVisible(within)]);
  const same = await sameDocument(page);

  // Nothing can be fetched while the connection is away.
  expected.failedRequest(/\/api\//);
  wire.cut();
  await doctor.act(first, "accept", { clinic_id: doctor.clinic.id });
  await page.waitForTimeout(1_500);
  await expect(bell(page, 1)).toBeVisible();
  await expect(status(page)).toHaveText("Pending");

  wire.mend();
  await expect(bell(page, 2)).toBeVisible({ timeout: 15_000 });
  await expect(status(page)).toHaveText("Accepted");
  const told = toast(page).getByText(`${doctor.person.full_name} accepted your appointment`);
  await expect(told).toHaveCount(1);

  // Once, and once only; what comes next comes at once again.
  const third = await patient.request(doctor, slots[4]);
  await doctor.act(third, "decline", { reason: "Still away" });
  await learns(page, (within) => [expect(bell(page, 3)).toBeVisible(within)]);
  await expect(told).toHaveCount(1);
  await same();
  await open(page, "/notifications");
  await expect(page.getByRole("link", { name: `${doctor.person.full_name} accepted your appointment` })).toHaveCount(1);
});

test("two tabs of one patient both know, and read in one is read in both", async ({ page, newTab }) => {
  const [doctor, patient] = [await Api.readyDoctor(), await Api.patient()];
  const slots = await freeSlots(doctor.id);
  const asked = [];
  for (const slot of [slots[0], slots[2], slots[4]]) asked.push(await patient.request(doctor, slot));
  await signIn(page, patient.person);
  await open(page, "/appointments");
  const other = await newTab(page);
  await open(other, "/notifications");
  const [here, there] = [await sameDocument(page), await sameDocument(other)];
  await expect(other.getByRole("heading", { name: "Nothing yet" })).toBeVisible();

  await doctor.act(asked[0], "accept", { clinic_id: doctor.clinic.id });
  await Promise.all([
    learns(page, (within) => [
      expect(bell(page, 1)).toBeVisible(within),
      expect(page.getByRole("region", { name: "To come" })).toContainText("Accepted", within),
    ]),
    learns(other, (within) => [
      expect(bell(other, 1)).toBeVisible(within),
      expect(other.getByRole("main").getByRole("list")).toContainText(`${doctor.person.full_name} accepted`, within),
    ]),
  ]);
  await doctor.act(asked[1], "decline", { reason: "Away" });
  await doctor.act(asked[2], "decline", { reason: "Away" });
  await Promise.all([page, other].map((tab) => learns(tab, (within) => [expect(bell(tab, 3)).toBeVisible(within)])));
  await expect(other.getByRole("main").getByRole("list").getByRole("listitem")).toHaveCount(3);

  await other.getByRole("button", { name: "Mark all as read" }).click();
  await Promise.all([page, other].map((tab) => expect(bell(tab, 0)).toBeVisible()));
  await expect(other.getByText("You have read them all.")).toBeVisible();
  await expect(other.getByRole("button", { name: /Mark/ })).toHaveCount(0);
  await here();
  await there();
  expect(await patient.call("GET", "/api/notifications?unread=true")).toMatchObject({ items: [] });
});

test("who opens what a notification is about has read it", async ({ page }) => {
  const [doctor, patient] = [await Api.readyDoctor(), await Api.patient()];
  const asked = await patient.request(doctor, (await freeSlots(doctor.id))[0]);
  await doctor.act(asked, "accept", { clinic_id: doctor.clinic.id });
  await signIn(page, patient.person);
  await expect(bell(page, 1)).toBeVisible();
  await bell(page, 1).click();
  await page.getByRole("link", { name: `${doctor.person.full_name} accepted your appointment` }).click();
  await expect(status(page)).toHaveText("Accepted");
  await expect(bell(page, 0)).toBeVisible();
});

test("the doctor's desk follows, whichever part of it is shown", async ({ page }) => {
  const [doctor, patient] = [await Api.readyDoctor(), await Api.patient()];
  const slots = await freeSlots(doctor.id);
  await signIn(page, doctor.person);
  const same = await sameDocument(page);
  const asked = await patient.request(doctor, slots[0]);
  await learns(page, (within) => [expect(page.getByRole("heading", { level: 1 })).toHaveText("One person waits for your answer", within)]);

  await page.getByRole("navigation", { name: "Which appointments" }).getByRole("link", { name: "To come" }).click();
  await expect(page.getByRole("heading", { name: "Nothing accepted to come" })).toBeVisible();
  await doctor.act(asked, "accept", { clinic_id: doctor.clinic.id });
  const accepted = page.getByRole("region", { name: "To come" }).getByRole("listitem");
  await learns(page, (within) => [
    expect(accepted).toContainText(patient.person.full_name, within),
    expect(page.getByRole("heading", { level: 1 })).toHaveText("Nobody waits for your answer", within),
  ]);
  await patient.act(asked, "cancel", { reason: "Feeling better" });
  await learns(page, (within) => [
    expect(page.getByRole("heading", { name: "Nothing accepted to come" })).toBeVisible(within),
    expect(bell(page, 2)).toBeVisible(within),
  ]);
  await same();
});

test("what somebody types outlives the news", async ({ page }) => {
  const [doctor, patient, another] = [await Api.readyDoctor(), await Api.patient(), await Api.patient()];
  const slots = await freeSlots(doctor.id);
  const asked = await patient.request(doctor, slots[0]);
  await signIn(page, doctor.person);
  await open(page, `/appointments/${asked.id}`);
  const reason = (await action(page, "Decline")).getByLabel("Reason");
  await reason.fill("Half a sen");
  await another.request(doctor, slots[2]);
  await learns(page, (within) => [expect(bell(page, 2)).toBeVisible(within)]);
  await expect(reason).toBeFocused();
  await page.keyboard.type("tence");
  await expect(reason).toHaveValue("Half a sentence");
});
