// A client of the public contract: JSON with a bearer token.
import { Agent, request } from "node:http";

export class Client {
  #agent = new Agent({ keepAlive: true, maxSockets: 8 });

  constructor(url, token) {
    this.url = url;
    this.token = token;
  }

  /** The same server for whoever has signed in. */
  as({ token }) {
    return new Client(this.url, token);
  }

  get headers() {
    return this.token ? { authorization: `Bearer ${this.token}` } : {};
  }

  call(method, path, body) {
    const text = body === undefined ? undefined : JSON.stringify(body);
    const headers = { ...this.headers, accept: "application/json" };
    if (text !== undefined) Object.assign(headers, { "content-type": "application/json", "content-length": Buffer.byteLength(text) });
    return new Promise((resolve, reject) => {
      const call = request(`${this.url}${path}`, { method, headers, agent: this.#agent }, (answer) => {
        let content = "";
        answer.setEncoding("utf8");
        answer.on("data", (part) => (content += part));
        answer.on("end", () => {
          if (answer.statusCode >= 300) return reject(new Error(`${method} ${path}: ${answer.statusCode} ${content}`));
          resolve(content ? JSON.parse(content) : undefined);
        });
      });
      call.on("error", reject);
      call.end(text);
    });
  }

  get = (path) => this.call("GET", path);
  post = (path, body) => this.call("POST", path, body);
  put = (path, body) => this.call("PUT", path, body);

  async signIn({ email, password }) {
    return { token: (await this.post("/api/auth/login", { email, password })).access_token };
  }
}
