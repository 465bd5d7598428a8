/** Hertz, and when each begins in seconds. */
const notes = [
  { pitch: 587.33, at: 0 },
  { pitch: 783.99, at: 0.14 },
];
const [loudness, attack, length] = [0.08, 0.02, 0.5];

/** Two soft notes. @param may Asked once the browser lets a sound out, which may be much later: then there is none. */
export async function chime(may: () => boolean = () => true): Promise<void> {
  const context = new AudioContext();
  await context.resume();
  if (!may()) return context.close();
  const ended = notes.map(({ pitch, at }) => sound(context, pitch, context.currentTime + at));
  await Promise.all(ended);
  await context.close();
}

function sound(context: AudioContext, pitch: number, at: number): Promise<void> {
  const tone = new OscillatorNode(context, { frequency: pitch });
  const volume = new GainNode(context, { gain: 0 });
  volume.gain.setValueAtTime(0, at);
  volume.gain.linearRampToValueAtTime(loudness, at + attack);
  volume.gain.exponentialRampToValueAtTime(0.0001, at + length);
  tone.connect(volume).connect(context.destination);
  tone.start(at);
  tone.stop(at + length);
  return new Promise((done) => tone.addEventListener("ended", () => done(), { once: true }));
}
