// What the demonstration lacks: a doctor for whom more than a page of people wait, and a pair that accepts
// one request after the other. All of it through the public contract.
const password = "copper lantern river";
const reasons = [
  ["High blood pressure at home", "160 over 95 three mornings in a row. No headache."],
  ["Short of breath on stairs", "Since about a month, two floors are hard. No chest pain."],
  ["Follow-up of the Holter result", "I wore the recorder for two days and have the report."],
  ["Heart check in the family", "My father had a heart attack at 52. I feel well."],
  ["Palpitations at night", "Since last week, no pain. They go after some minutes."],
];

async function register(client, role, name, more) {
  const email = `${name.toLowerCase().replaceAll(/[^a-z]+/g, ".")}@bench.example`;
  const made = await client.post(`/api/auth/register/${role}`, { full_name: name, email, password, ...more });
  return { email, password, token: made.access_token, id: made.user.id };
}

/** A doctor who works around the clock, so that there is a free time whenever it is. */
async function doctor(client, name, licence) {
  const person = await register(client, "doctor", name, { specialty: "cardiology", licence_number: licence });
  const own = client.as(person);
  const clinic = await own.post("/api/clinics", {
    name: "Clínica Sol",
    address: "Calle Mayor 12, 28013 Madrid",
    latitude: "40.4163",
    longitude: "-3.7057",
    time_zone: "Europe/Madrid",
  });
  const weekly = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ clinic_id: clinic.id, weekday, from: "00:00", to: "24:00", slot_minutes: 20 }));
  await own.put("/api/availability", { weekly, exceptions: [], minimum_notice_minutes: 120, horizon_days: 60 });
  return { ...person, clinic: clinic.id };
}

const patient = (client, name) => register(client, "patient", name, { date_of_birth: "1984-03-09", phone: "+34 600 123 456" });

/** The free times of a doctor in the next days. */
export async function free(client, id) {
  return (await client.get(`/api/doctors/${id}/slots?days=14`)).items;
}

/** A patient asks for a time. */
export function ask(client, doctorId, startsAt, n) {
  const [reason, symptoms] = reasons[n % reasons.length];
  return client.post("/api/appointments", { doctor_id: doctorId, starts_at: startsAt, reason, symptoms, idempotency_key: crypto.randomUUID() });
}

/** Makes the people of a run; whoever signs in anew needs only e-mail address and password. */
export async function prepare(client) {
  const desk = await doctor(client, "Dr Bench Desk", "BENCH-0001");
  const times = await free(client, desk.id);
  const names = "Alma Boris Celia Dario Elif Franz Greta Hamid Irene Jorge Kaya".split(" ");
  let n = 0;
  for (const name of names) {
    const own = client.as(await patient(client, `${name} Bench`));
    // As many as one may have open.
    for (let one = 0; one < 5; one += 1, n += 1) await ask(own, desk.id, times[n * 2].starts_at, n);
  }
  return { desk, doctor: await doctor(client, "Dr Bench Stream", "BENCH-0002"), patient: await patient(client, "Lena Bench") };
}
