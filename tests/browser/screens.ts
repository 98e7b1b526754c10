// Takes full-page pictures of every page as a visitor, a patient and a doctor see it, into the
// folder SCREENS_DIR: NN-who-page-screen-scheme.png. Run by screens.config.ts.
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { action, Api, aPatient, aSpecialty, freeSlots, hydrated, signIn, test, type Page } from "./support";

const folder = process.env.SCREENS_DIR ?? "test-results/screens";
mkdirSync(folder, { recursive: true });

test("pictures of every page", async ({ newPage, expected, colorScheme }, info) => {
  for (const status of [403, 404, 409, 422]) expected.status(status);
  let n = 0;
  const take = async (page: Page, who: string, name: string) => {
    await page.waitForLoadState("networkidle", { timeout: 3_000 }).catch(() => {}); // the live stream never idles
    await page.evaluate(() => document.fonts.ready);
    const number = String(++n).padStart(2, "0");
    await page.screenshot({ path: join(folder, `${number}-${who}-${name}-${info.project.name}.png`), fullPage: true, animations: "disabled" });
  };
  const visit = async (page: Page, who: string, name: string, path: string) => {
    await page.goto(path);
    await hydrated(page);
    await take(page, who, name);
  };

  const specialty = aSpecialty();
  const doctor = await Api.readyDoctor({ specialty });
  const colleague = await Api.readyDoctor({ specialty });
  const patient = await Api.patient();
  await patient.call("PUT", "/api/me", { conditions: "Mild asthma", allergies: "Penicillin", medicines: "Salbutamol when needed" });
  await doctor.call("PUT", "/api/me", { biography: "Twenty years of listening, and of answers.", languages: "English, Spanish" });
  const slots = await freeSlots(doctor.id);
  const ask = (slot: number, reason: string, who = patient) => who.request(doctor, slots[slot], reason);
  const accepted = await ask(0, "Chest pain when climbing stairs");
  await doctor.act(accepted, "accept", { clinic_id: doctor.clinic.id, note: "Please come without breakfast." });
  const declined = await ask(2, "A rash on both arms");
  await doctor.act(declined, "decline", { reason: "I am away that week." });
  const referred = await ask(4, "Dizzy in the morning");
  await doctor.act(referred, "refer", { doctor_id: colleague.id, reason: "My colleague knows more about balance." });
  const pending = await ask(6, "Palpitations at rest, twice last week, each for about a minute");
  for (const slot of [8, 21, 24]) await ask(slot, "A second opinion", await Api.patient());

  const visitor = await newPage({ colorScheme });
  await visit(visitor, "visitor", "front", "/");
  await visit(visitor, "visitor", "doctors", "/doctors");
  await visit(visitor, "visitor", "doctors-symptom", "/doctors?q=headache");
  await visit(visitor, "visitor", "doctors-none", "/doctors?q=zzzzzz");
  await visit(visitor, "visitor", "doctor", `/doctors/${doctor.id}`);
  await visit(visitor, "visitor", "login", "/login?next=%2Fappointments");
  await visit(visitor, "visitor", "register", "/register");
  await visit(visitor, "visitor", "register-doctor", "/register/doctor");
  await visit(visitor, "visitor", "register-patient", "/register/patient");
  await visitor.getByLabel("Full name").fill(aPatient().full_name);
  await visitor.getByRole("button", { name: "Create account" }).click();
  await visitor.getByRole("alert").waitFor();
  await take(visitor, "visitor", "register-patient-errors");
  await visit(visitor, "visitor", "not-found", "/nowhere");

  const newcomer = await newPage({ colorScheme });
  await signIn(newcomer, (await Api.patient()).person);
  await take(newcomer, "newcomer", "appointments-empty");
  await visit(newcomer, "newcomer", "notifications-empty", "/notifications");

  const phone = await newPage({ colorScheme });
  await signIn(phone, patient.person);
  await take(phone, "patient", "appointments");
  await visit(phone, "patient", "appointments-earlier", "/appointments?status=past");
  await visit(phone, "patient", "request", `/doctors/${doctor.id}/request?start=${encodeURIComponent(slots[12].starts_at)}`);
  await visit(phone, "patient", "requested", `/appointments/${pending.id}?requested=yes`);
  await visit(phone, "patient", "accepted", `/appointments/${accepted.id}`);
  await visit(phone, "patient", "declined", `/appointments/${declined.id}`);
  await visit(phone, "patient", "referred", `/appointments/${referred.id}`);
  await visit(phone, "patient", "notifications", "/notifications");
  await visit(phone, "patient", "settings", "/settings");
  await visit(phone, "patient", "refused", "/availability");

  const desk = await newPage({ colorScheme });
  await signIn(desk, doctor.person);
  await take(desk, "doctor", "requests");
  await desk.locator("details.menu > summary").click();
  await take(desk, "doctor", "menu");
  await visit(desk, "doctor", "to-come", "/appointments?status=accepted");
  await visit(desk, "doctor", "earlier", "/appointments?status=past");
  await visit(desk, "doctor", "pending", `/appointments/${pending.id}`);
  for (const name of ["Refer", "Decline"]) {
    await action(desk, name);
    await take(desk, "doctor", `pending-${name.toLowerCase()}`);
  }
  await visit(desk, "doctor", "accepted", `/appointments/${accepted.id}`);
  await action(desk, "Cancel appointment");
  await take(desk, "doctor", "accepted-cancel");
  await visit(desk, "doctor", "patients", "/patients");
  await visit(desk, "doctor", "patient", `/patients/${patient.id}`);
  await visit(desk, "doctor", "hours", "/availability");
  await visit(desk, "doctor", "reports", "/reports");
  await visit(desk, "doctor", "notifications", "/notifications");
  await visit(desk, "doctor", "settings", "/settings");
  const beginner = await newPage({ colorScheme });
  await signIn(beginner, (await Api.doctor()).person);
  await take(beginner, "beginner", "requests-empty");
  await visit(beginner, "beginner", "hours-empty", "/availability");
  await visit(beginner, "beginner", "reports-empty", "/reports");
});
