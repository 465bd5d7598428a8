import { offline, Problem, type ProblemDetails } from "./problem";

export type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

/** A stream position: the space has announced everything up to `version`. */
export interface Position {
  spaceId: string;
  version: number;
}

export interface Answer<T> {
  status: number;
  data: T;
  /** Where the write was announced; empty when it was a repeat. */
  changes: Position[];
}

export interface CallOptions {
  signal?: AbortSignal;
  /** A Blob goes out as it is, anything else as JSON. */
  body?: unknown;
}

/** One request below `/api`; throws `Problem` for every answer that is not a success and for a missing network. */
export async function call<T>(method: Method, path: string, { body, signal }: CallOptions = {}): Promise<Answer<T>> {
  const response = await send(method, path, body, signal);
  if (!response.ok) throw new Problem(await refusal(response));
  return {
    status: response.status,
    data: (await contentOf(response, signal)) as T,
    changes: positionsOf(response.headers.get("Baton-Changes")),
  };
}

/** The entity alone: `const tasks = await read<Page<TaskResponse>>("/spaces/…/tasks?state=done")`. */
export const read = async <T>(path: string, signal?: AbortSignal) => (await call<T>("GET", path, { signal })).data;

/** The bytes at an address that the server has named, such as somebody's picture; null when they cannot be had. */
export async function readBytes(address: string): Promise<Blob | null> {
  const response = await fetch(address, { credentials: "same-origin" }).catch(() => null);
  return response?.ok ? response.blob() : null;
}

function send(method: Method, path: string, body: unknown, signal?: AbortSignal): Promise<Response> {
  const raw = body instanceof Blob;
  const init: RequestInit = {
    method,
    credentials: "same-origin",
    headers: {
      Accept: "application/json",
      ...(body === undefined
        ? {}
        : { "Content-Type": raw ? body.type || "application/octet-stream" : "application/json" }),
    },
    body: body === undefined ? undefined : raw ? body : JSON.stringify(body),
    signal,
  };
  return fetch(`/api${path}`, init).catch((error: unknown) => {
    if (signal?.aborted) throw error;
    throw offline();
  });
}

/** A line that breaks off, and a hotspot that answers in the server's place, are no network. */
async function contentOf(response: Response, signal?: AbortSignal): Promise<unknown> {
  if (response.status === 204 || response.status === 202) return undefined;
  try {
    const text = await response.text();
    return text ? JSON.parse(text) : undefined;
  } catch (error) {
    throw signal?.aborted ? error : offline();
  }
}

async function refusal(response: Response): Promise<ProblemDetails> {
  const details = (await response.json().catch(() => ({}))) as Partial<ProblemDetails>;
  const retryAfter = Number(response.headers.get("Retry-After"));
  return {
    ...details,
    title: details.title ?? "",
    status: response.status,
    code: details.code ?? `http-${response.status}`,
    ...(retryAfter > 0 ? { retryAfter } : {}),
  };
}

export function positionsOf(header: string | null): Position[] {
  return (header ?? "")
    .split(",")
    .map((part) => part.trim().split(":"))
    .flatMap(([spaceId, version]) => (spaceId && version ? [{ spaceId, version: Number(version) }] : []));
}
