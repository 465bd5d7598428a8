/** A refusal of the server (RFC 9457), or of the network: then `status` is 0 and `code` is `offline`. */
export class Problem extends Error {
  constructor(readonly details: ProblemDetails) {
    super(details.title || details.code);
    this.name = "Problem";
  }

  get status() {
    return this.details.status;
  }

  get code() {
    return this.details.code;
  }

  /** True when the same request may succeed later without anybody changing it. */
  get mayPass() {
    const { status } = this.details;
    return status === 0 || status === 408 || status === 425 || status === 429 || status >= 500;
  }

  /** True when the server, or this client, failed at this very request: asking again may help, or never will. */
  get isFault() {
    const { status, code } = this.details;
    // A full disk is no fault of the request: it waits until there is room.
    return code === "unexpected" || status === 500 || status === 501 || (status > 504 && status !== 507);
  }
}

export interface ProblemDetails {
  /** The server's sentence to show; empty for what this client found out by itself: then the code has words. */
  title: string;
  status: number;
  code: string;
  traceId?: string;
  /** Sentences by field. */
  errors?: Record<string, string[]>;
  /** On 409: the state that the request did not know of. */
  present?: unknown;
  /** Seconds, from `Retry-After`. */
  retryAfter?: number;
}

export const offline = (): Problem => new Problem({ title: "", status: 0, code: "offline" });

/** Puts any thrown thing into the one form that screens can show. */
export function asProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  // An answer that nobody waited for any longer says as much as none.
  if (error instanceof DOMException && error.name === "TimeoutError") return offline();
  const title = error instanceof Error ? error.message : String(error);
  return new Problem({ title, status: 0, code: "unexpected" });
}
