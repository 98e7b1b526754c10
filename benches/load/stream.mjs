// From the doctor's press of "Accept" to the patient's open page: until the notification is there.
import { request } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { Client } from "./client.mjs";
import { ask, free } from "./data.mjs";

/** An open live stream. Keeps when each notification came. */
class Stream {
  #arrivals = new Map();
  #waiting = new Map();

  static open(client) {
    const stream = new Stream();
    return new Promise((resolve, reject) => {
      const call = request(`${client.url}/api/notifications/stream`, { headers: { ...client.headers, accept: "text/event-stream" } }, (answer) => {
        if (answer.statusCode !== 200) return reject(new Error(`the stream answers ${answer.statusCode}`));
        let rest = "";
        answer.setEncoding("utf8");
        answer.on("data", (part) => {
          const at = performance.now();
          const events = (rest + part).split("\n\n");
          rest = events.pop();
          events.forEach((event) => stream.#take(event, at));
        });
        answer.on("error", () => {});
        resolve(stream);
      });
      call.on("error", (error) => { if (!stream.closed) reject(error); });
      call.end();
      stream.close = () => { stream.closed = true; call.destroy(); };
    });
  }

  #take(event, at) {
    if (!event.startsWith("event: notification\n")) return;
    const told = JSON.parse(event.split("\n").find((line) => line.startsWith("data: ")).slice(6));
    if (told.kind !== "accepted") return;
    const id = told.link.split("/").at(-1);
    this.#arrivals.set(id, at);
    this.#waiting.get(id)?.(at);
  }

  /** When the patient learned that this appointment is accepted. */
  async accepted(id) {
    if (this.#arrivals.has(id)) return this.#arrivals.get(id);
    const arrival = new Promise((resolve) => this.#waiting.set(id, resolve));
    const late = sleep(5000).then(() => { throw new Error(`nothing was heard of appointment ${id} within 5 s`); });
    return Promise.race([arrival, late]);
  }
}

/** Latencies in milliseconds: from sending the request to the event's arrival. */
export async function acceptToStream(url, people, count) {
  const anyone = new Client(url);
  const [doctor, patient] = [anyone.as(await anyone.signIn(people.doctor)), anyone.as(await anyone.signIn(people.patient))];
  const stream = await Stream.open(patient);
  const times = await free(anyone, people.doctor.id);
  const latencies = [];
  for (let n = 0; n < count; n += 1) {
    const { id } = await ask(patient, people.doctor.id, times[n].starts_at, n);
    await sleep(2); // the two actions are two people's
    const begun = performance.now();
    const answer = doctor.post(`/api/appointments/${id}/accept`, { clinic_id: people.doctor.clinic, note: "Please come ten minutes early." });
    latencies.push((await stream.accepted(id)) - begun);
    await answer;
  }
  stream.close();
  latencies.sort((a, b) => a - b);
  const at = (share) => latencies[Math.min(latencies.length - 1, Math.ceil(share * latencies.length) - 1)];
  return { count, p50: at(0.5), p99: at(0.99), most: latencies.at(-1) };
}
