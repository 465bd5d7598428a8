import { Problem, type ProblemDetails } from "./problem";

export interface UploadOptions {
  /** Share of the bytes sent, 0 to 1. */
  onProgress?: (share: number) => void;
  signal?: AbortSignal;
}

/** Sends a file's bytes below `/api`; by XMLHttpRequest, since fetch tells no progress of what it sends. */
export function upload<T>(path: string, file: Blob, { onProgress, signal }: UploadOptions = {}): Promise<T> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("POST", `/api${path}`);
    request.setRequestHeader("Content-Type", file.type || "application/octet-stream");
    request.upload.onprogress = (event) => event.lengthComputable && onProgress?.(event.loaded / event.total);
    request.onload = () =>
      request.status < 300 ? resolve(JSON.parse(request.responseText) as T) : reject(refusal(request));
    request.onerror = () => reject(new Problem({ title: "", status: 0, code: "cut-off" }));
    request.onabort = () => reject(new DOMException("Cancelled", "AbortError"));
    signal?.addEventListener("abort", () => request.abort());
    request.send(file);
  });
}

function refusal(request: XMLHttpRequest): Problem {
  let details: Partial<ProblemDetails> = {};
  try {
    details = JSON.parse(request.responseText) as ProblemDetails;
  } catch {
    // A proxy's own answer (413 from nginx) is not a problem document.
  }
  const { status } = request;
  return new Problem({
    ...details,
    title: details.title ?? "",
    code: details.code ?? (status === 413 ? "too-large" : `http-${status}`),
    status,
  });
}
